using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Prompts;

/// <summary>What a subject is called: "a red rubber ball", "many petals", "a glass bottle named Rosée".</summary>
internal static class SubjectWords
{
    private static readonly string[] _numbers =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>The subject with number, colour, material and name.</summary>
    public static string Of(Subject subject)
    {
        var noun = Noun(subject);
        var words = string.Join(' ', new[]
        {
            subject.Colour is { } colour ? ColourWords.Of(colour) : null,
            Material(subject, noun),
            subject.Count == 1 ? noun : Plural(noun),
        }.Where(word => !string.IsNullOrEmpty(word)));
        return $"{Number(subject.Count, words)} {words}{(subject.IsOwn && BriefWords.Latin(subject.Name) ? $" named {Plain(subject.Name)}" : "")}";
    }

    /// <summary>Several subjects, joined by "and".</summary>
    public static string Of(IReadOnlyList<Subject> subjects)
    {
        var words = subjects.Select(Of).ToList();
        return words.Count < 2 ? words[0] : $"{string.Join(", ", words[..^1])} and {words[^1]}";
    }

    /// <summary>The bare noun in the singular: a prop's own name, else what its form is called.</summary>
    public static string Noun(Subject subject) =>
        subject.IsOwn || subject.Id == "product" ? Noun(subject.Form)
        : BriefWords.Latin(subject.Name) && subject.Name.Any(char.IsLetter) ? subject.Name.ToLowerInvariant()
        : Spoken(subject.Id) ?? Noun(subject.Form);

    // Cast by the embedded writer, a prop's id is its English name, whatever the language of the video.
    private static string? Spoken(string id)
    {
        var words = id.Split('-').Where(word => !word.All(char.IsAsciiDigit)).ToList();
        return words.Count > 0 && words.All(word => word.Length > 1 && word.All(char.IsAsciiLetter)) ? string.Join(' ', words) : null;
    }

    // Quoted words would be drawn as a caption.
    private static string Plain(string name) => string.Concat(name.Where(letter => letter is not ('"' or '\u201c' or '\u201d' or '\u00ab' or '\u00bb')));

    private static string Number(int count, string words) => count switch
    {
        1 => "aeiou".Contains(words[0], StringComparison.OrdinalIgnoreCase) ? "an" : "a",
        <= 12 => _numbers[count - 2],
        _ => "many",
    };

    // Only of plain shapes: that a cat is no cloth and a coin is metal goes without saying.
    private static string? Material(Subject subject, string noun) =>
        subject.Form is Form.Mannequin or Form.Cat or Form.Tree or Form.Car or Form.Candle or Form.IceCube or Form.DrinkingGlass or Form.Book
            || !noun.EndsWith(Noun(subject.Form), StringComparison.Ordinal)
            ? null
            : Of(subject.Matter);

    private static string? Of(Matter matter) => matter switch
    {
        Matter.Plastic => "plastic",
        Matter.Glass => "glass",
        Matter.Metal => "metal",
        Matter.Wood => "wooden",
        Matter.Cardboard => "cardboard",
        Matter.Ceramic => "ceramic",
        Matter.Rubber => "rubber",
        Matter.Stone => "stone",
        Matter.Fabric => "fabric",
        Matter.Organic => null,
        Matter.Ice => "ice",
        _ => throw new ArgumentOutOfRangeException(nameof(matter)),
    };

    private static string Noun(Form form) => form switch
    {
        Form.Card => "product",
        Form.Box => "box",
        Form.Bottle => "bottle",
        Form.Can => "can",
        Form.Ball => "ball",
        Form.Cube => "cube",
        Form.Cylinder => "cylinder",
        Form.Cone => "cone",
        Form.Ring => "ring",
        Form.Disc => "disc",
        Form.Pebble => "pebble",
        Form.Petal => "petal",
        Form.Cup => "cup",
        Form.Slab => "slab",
        Form.Pouch => "pouch",
        Form.Model => "product",
        Form.Fruit => "fruit",
        Form.Leaf => "leaf",
        Form.Ribbon => "ribbon",
        Form.DrinkingGlass => "drinking glass",
        Form.Book => "book",
        Form.Candle => "burning candle",
        Form.IceCube => "ice cube",
        Form.Coin => "coin",
        Form.Chair => "chair",
        Form.Table => "small table",
        Form.Tree => "tree",
        Form.Building => "building",
        Form.Car => "car",
        Form.Boat => "small boat",
        Form.PaddleBoard => "paddle board",
        Form.Mannequin => "human figure",
        Form.Cat => "cat",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    private static string Plural(string noun)
    {
        var of = noun.IndexOf(" of ", StringComparison.Ordinal);
        var (head, tail) = of < 0 ? (noun, "") : (noun[..of], noun[of..]);
        return (head switch
        {
            [.., 's'] or [.., 'x'] or [.., 'z'] or [.., 'c' or 's', 'h'] => $"{head}es",
            [.. var stem, 'f'] when head.EndsWith("leaf", StringComparison.Ordinal) => $"{stem}ves",
            [.. var stem, not ('a' or 'e' or 'o' or 'u'), 'y'] => $"{stem}{head[^2]}ies",
            [.., 'i'] or "confetti" => head,
            _ => $"{head}s",
        }) + tail;
    }
}
