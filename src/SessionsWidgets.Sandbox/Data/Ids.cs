using System.Globalization;

namespace SessionsWidgets.Sandbox.Data;

/// <summary>Ids as the service writes them: a prefix and five digits.</summary>
internal static class Ids
{
    private const int First = 10001;

    public static string Session(int index) => Make("ses_", index);

    public static string User(int index) => Make("usr_", index);

    public static string Cigar(int index) => Make("cgr_", index);

    public static string Event(int index) => Make("evt_", index);

    public static string CheckIn(int index) => Make("chk_", index);

    private static string Make(string prefix, int index) => prefix + (First + index).ToString(CultureInfo.InvariantCulture);
}
