using System.Globalization;
using SessionsWidgets.AspNetCore;
using SessionsWidgets.NativeApi;

// The smallest host of fragments, compiled to native code. Its clock stands where the configuration says, so that answers can be compared.
var builder = WebApplication.CreateSlimBuilder(args);
var now = DateTimeOffset.Parse(builder.Configuration["Now"]!, CultureInfo.InvariantCulture);
builder.Services.AddSingleton<TimeProvider>(new StandingClock(now));
builder.Services.AddSessionsWidgets(builder.Configuration.GetSection("SessionsWidgets"));
var app = builder.Build();
app.MapSessionsWidgets("/widgets");
app.Run();
