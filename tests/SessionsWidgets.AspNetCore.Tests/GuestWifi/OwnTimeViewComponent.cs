using Microsoft.AspNetCore.Mvc;

namespace SessionsWidgets.AspNetCore.Tests.GuestWifi;

/// <summary>A host's view component with the visitor's own time in it.</summary>
public class OwnTimeViewComponent : ViewComponent
{
    public IViewComponentResult Invoke() => View();
}
