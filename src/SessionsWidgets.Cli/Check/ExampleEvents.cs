namespace SessionsWidgets.Cli.Check;

/// <summary>The events of <see cref="ExampleApi"/>, far ahead: full data with the one that is happening, sparse data, and none.</summary>
internal static class ExampleEvents
{
    private const string Full = """
        {"data":[
          {"id":"evt_1","title":"Cigar <Night>","description":"Cedar & cream, <b>slow</b> burn.\nTwo lines.",
           "startsAt":"2020-07-18T23:00:00Z","endsAt":"2099-07-19T02:00:00Z","timezone":"America/Chicago",
           "locationName":"The \"Lounge\"","address":"Chapin, SC","imageUrl":"https://cdn.example.com/events/1.jpg","featured":true,
           "externalUrl":"https://example.com/e?a=1&b=2","ticketUrl":"https://example.com/t"},
          {"id":"evt_2","title":"ليلة السيجار","startsAt":"2099-07-18T23:00:00Z","endsAt":"2099-07-19T02:00:00Z",
           "timezone":"Etc/GMT+5","ticketUrl":"https://example.com/t"},
          {"id":"evt_3","title":"A weekend","startsAt":"2099-07-18","endsAt":"2099-07-20","address":"Chapin, SC"}
        ],"meta":{"count":3}}
        """;

    private const string Sparse = """
        {"data":[
          {"id":"evt_1","title":"Cigar Night","startsAt":"2099-07-18T23:00:00Z"},{"id":"evt_2","title":"No start"}
        ],"meta":{"count":2}}
        """;

    private const string None = """{"data":[],"meta":{"count":0}}""";

    public static string Of(bool isFull, bool isEmpty) => isFull ? Full : isEmpty ? None : Sparse;
}
