namespace SessionsWidgets.Sandbox.Data;

/// <param name="Id">The id in addresses.</param>
/// <param name="DisplayName">A first name and an initial, as the service shows people.</param>
/// <param name="Language">The language of the person's notes.</param>
/// <param name="HasLongHair">What the drawn portrait looks like.</param>
/// <param name="HasAvatar">Whether there is a portrait.</param>
internal sealed record Person(string Id, string DisplayName, string Language, bool HasLongHair, bool HasAvatar);

/// <summary>The made-up people, the same for every seed: 200, in many scripts and both directions.</summary>
internal static class People
{
    /// <summary>The language, the first names that get a portrait with long hair, the others, the initials, and how many people of
    /// them.</summary>
    private static readonly (string Language, string Long, string Short, string Initials, int Count)[] _groups =
    [
        (
            "en", "Ada Beth Clara Dora Edith Fern Grace Hazel Iris June Maud Nell Opal Ruth Tess Willa",
            "Arlo Brooks Cal Dean Emmett Floyd Gus Hank Ivan Jonah Kip Lyle Miles Ned Otis Pryce Quinn Rex Sam Trevor Vern Wade",
            "A B C D F G H K L M P R S T W", 57),
        ("es", "María Inés Lucía Begoña Noemí Concepción", "Andrés Íñigo José Ramón Martín Óscar Ángel", "Á B C G L M Ñ R S", 16),
        ("fr", "Zoé Aurélie Hélène Maïté Françoise", "Loïc Étienne Gaël François Anaël", "B C D É L M R", 12),
        ("de", "Käthe Jördis Grit Sünje", "Jürgen Götz Björn Uwe Rüdiger", "Ä B K M Ö S W", 12),
        ("it", "Chiara Nicolò Giada", "Ettore Niccolò Dario", "B C F M R", 7),
        ("pt", "Conceição Inês Júlia", "João Tomé Gonçalo", "A B C M S", 7),
        ("en", "Zoë Åse Þóra Małgorzata Žofie Ngọc Gülşen", "Søren Łukasz Jiří Đức Çağlar Øyvind Siân", "Å B Č K Ł Ø S Š", 16),
        ("ar", "نورة ليلى سلمى هند", "كريم يوسف طارق زياد", "ع م س ح ب", 10),
        ("he", "נועה תמר יעל", "אורי איתן גיא", "כ ל מ ש", 7),
        ("ja", "美咲 さくら 陽子 千尋", "健太 翔 大輔 蓮", "佐 田 山 高", 10),
        ("zh", "子涵 婉清 晓雯", "志远 浩然 明轩", "王 李 陈 林", 8),
        ("ko", "서연 지우 하은", "민준 도윤 현우", "김 이 박 최", 7),
        ("ru", "Анна Оксана Светлана", "Борис Глеб Мирослав", "В К Л Щ", 7),
        ("el", "Ελένη Δάφνη", "Νίκος Ορέστης", "Π Κ Θ", 4),
        ("en", "आशा ปิยะ", "रवि ธนา", "अ ก", 2),
    ];

    /// <summary>The regulars of the sample's lounge, who come first.</summary>
    private static readonly (string Name, string Language, bool HasLongHair)[] _regulars =
    [
        ("Jo E.", "en", false),
        ("María L.", "es", true),
        ("Trevor B.", "en", false),
        ("نورة ع.", "ar", true),
        ("Bartholomew Featherstone-C.", "en", false),
        ("Sam K.", "en", false),
        ("美咲 佐.", "ja", true),
        ("Aurélie D.", "fr", true),
        ("Łukasz W.", "en", false),
        ("Анна К.", "ru", true),
        ("Dee R.", "en", true),
        ("지우 박.", "ko", true),
    ];

    private static readonly (string Name, string Language, bool HasLongHair)[] _unusual =
    [
        ("Peregrine-Alexander Worthington-Ashby-Cholmondeley-Featherstonehaugh the Younger", "en", false),
        ("Ai", "ja", true),
        ("Maximiliane-Theodora Hohenlindenberg-Schwarzbacher-Untermoosbrunn", "de", true),
        ("<script>alert('smoke')</script>", "en", false),
        ("Jo \"Ash\" O'Malley & {{ user.key }}", "en", false),
        ("\u202Ereversed\u202C <b>R.</b>", "en", true),
    ];

    public static readonly IReadOnlyList<Person> All = Make();

    /// <summary>People whose names look like an attack; they keep away from the newest sessions of the sample's lounge.</summary>
    public static bool IsHostile(Person person) => person.DisplayName.AsSpan().IndexOfAny("<{\u202E") >= 0;

    /// <summary>Somebody; those whose names look like an attack are drawn more seldom.</summary>
    public static Person Draw(SeedRandom random)
    {
        Person person = random.Pick(All);
        return IsHostile(person) && random.Chance(70) ? random.Pick(All) : person;
    }

    public static Person Named(string displayName) => All.First(person => person.DisplayName == displayName);

    private static List<Person> Make()
    {
        var people = new List<Person>();
        var taken = new HashSet<string>();
        foreach ((string name, string language, bool hasLongHair) in _regulars)
            Add(name, language, hasLongHair);
        foreach ((string language, string longHair, string shortHair, string initialText, int count) in _groups)
        {
            string[][] names = [longHair.Split(' '), shortHair.Split(' ')];
            string[] initials = initialText.Split(' ');
            for (int index = 0; index < count; index++)
            {
                string first = names[index % 2][index / 2 % names[index % 2].Length];
                int initial = index * 3;
                while (taken.Contains(Name(first, initials, initial)))
                    initial++;
                Add(Name(first, initials, initial), language, index % 2 == 0);
            }
        }

        foreach ((string name, string language, bool hasLongHair) in _unusual)
            Add(name, language, hasLongHair);
        return people;

        static string Name(string first, string[] initials, int initial) => $"{first} {initials[initial % initials.Length]}.";

        void Add(string name, string language, bool hasLongHair)
        {
            taken.Add(name);
            people.Add(new Person(Ids.User(people.Count), name, language, hasLongHair, HasAvatar: people.Count % 7 != 5));
        }
    }
}
