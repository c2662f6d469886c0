namespace SessionsWidgets.HostTests.Docs;

/// <summary>The handler that docs/hosting.md adds.</summary>
public sealed class MyHandler : DelegatingHandler;
