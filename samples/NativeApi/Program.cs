using SessionsWidgets.AspNetCore;

// Fragments by URL and their stylesheet, compiled to native code. With the sandbox API on port 5081:
//   dotnet run --project samples/SandboxApi -- --urls http://127.0.0.1:5081
//   dotnet publish samples/NativeApi --output native-api && cd native-api && ./native-api --urls http://127.0.0.1:5082
var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
var app = builder.Build();
app.MapStaticAssets();
app.MapSessionsWidgets("/widgets");
app.Run();
