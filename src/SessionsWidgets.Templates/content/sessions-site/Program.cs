using SessionsWidgets.AspNetCore;
using SessionsWidgets.Sandbox;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"))
    // Stands in for the API until SessionsWidgets:ApiBaseUrl is set; then remove this line and the package.
    .UseSandbox();

var app = builder.Build();
app.MapStaticAssets();
app.MapRazorPages();
// The same widgets by URL, and the calendar of events.
app.MapSessionsWidgets("/widgets");
app.Run();
