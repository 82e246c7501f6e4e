using System.Globalization;
using System.Text.RegularExpressions;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Words;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Benchmarks.Direction;

/// <summary>What the embedded reader understands of a brief, in the terms of the labels.</summary>
internal static partial class Understood
{
    private static readonly (double Least, string Name)[] _sizes = [(2.5, "giant"), (1.3, "big"), (0.9, ""), (0.5, "small"), (0, "tiny")];

    private static readonly Dictionary<string, string> _colours = EmbeddedTable.Rows("Storyboards.Data.words-en.tsv")
        .Where(row => row[1] == "colour").DistinctBy(row => row[2]).ToDictionary(row => row[2], row => row[0].Split('|')[0]);

    /// <summary>What is read; of a later step only what is new in it.</summary>
    public static IReadOnlySet<Label> Of(string prompt)
    {
        var brief = BriefReader.Read(prompt);
        var labels = new HashSet<Label>(Whole(brief));
        for (var i = 0; i < brief.Steps.Count; i++)
        {
            var said = Said(brief.Steps[i]).ToHashSet();
            IEnumerable<(string, string)> before = i == 0 ? [] : Said(brief.Steps[i - 1]);
            // Things that act together are named together: when one is new, all are.
            var (things, old) = (Values(said, "subject"), Values(before, "subject"));
            labels.UnionWith(said.Where(pair => pair.Slot == "subject" ? !things.SetEquals(old) : !before.Contains(pair)).Select(pair => Label.Of(i + 1, pair.Slot, pair.Value)));
        }

        return labels;
    }

    private static HashSet<string> Values(IEnumerable<(string Slot, string Value)> pairs, string slot) =>
        [.. pairs.Where(pair => pair.Slot == slot).Select(pair => pair.Value)];

    private static IEnumerable<Label> Whole(Brief brief)
    {
        (string Slot, string? Value)[] said =
        [
            ("mood", brief.Mood is { } mood ? Kebab.Name(mood) : null),
            ("pace", brief.Pace switch { < 0 => "slow", > 0 => "fast", _ => null }),
            ("music", YesNo(brief.Music)),
            ("effects", YesNo(brief.Effects)),
            ("room", YesNo(brief.RoomTone)),
            ("captions", brief.Captions ? null : "no"),
            ("endcard", brief.EndCard ? null : "no"),
            ("onetake", brief.OneTake ? "yes" : null),
            ("cta", brief.CallToAction),
            ("seconds", brief.Seconds?.ToString("0.###", CultureInfo.InvariantCulture)),
            ("background", brief.Colour is { } colour ? ColourName(colour) : null),
            ("aspect", brief.Aspect),
            ("audience", brief.Audience),
            ("season", brief.Season),
            ("steps", brief.Steps.Count > 1 ? $"{brief.Steps.Count}" : null),
            .. brief.Without.Distinct().Select(thing => ("without", (string?)thing)),
            .. brief.Warnings.SelectMany(Words).Select(word => ("unshown", (string?)word)),
        ];
        return said.Where(pair => pair.Value is not null).Select(pair => Label.Of(0, pair.Slot, pair.Value!));
    }

    private static IEnumerable<(string Slot, string Value)> Said(Step step)
    {
        (string Slot, string? Value)[] said =
        [
            ("deed", Name(step.Deed)),
            ("setting", Name(step.Setting)),
            ("air", Name(step.Atmosphere)),
            ("move", Name(step.Move)),
            ("framing", Name(step.Framing)),
            ("angle", step.Elevation switch { null => null, < 0 => "low", < 20 => "eye", < 60 => "high", _ => "top" }),
            ("aperture", step.Aperture switch { null => null, < 4 => "shallow", _ => "deep" }),
            ("light", Name(step.Light)),
            ("transition", Name(step.Transition)),
            ("caption", step.Caption?.Text),
            ("price", step.Price),
            ("line", step.Line),
            ("length", step.Seconds?.ToString("0.###", CultureInfo.InvariantCulture)),
            .. step.Subjects.SelectMany(Thing),
        ];
        return said.Where(pair => pair.Value is not null).Select(pair => (pair.Slot, pair.Value!));
    }

    private static IEnumerable<(string Slot, string? Value)> Thing(SubjectWish wish)
    {
        var usual = Segmenter.Tokens(wish.Word).Select(token => token.As(Slot.Subject)).LastOrDefault(sense => sense?.Value == wish.Thing) ?? Lexicon.BuiltIn.Thing(wish.Thing);
        var size = wish.Height / double.Parse(usual["height"]!, CultureInfo.InvariantCulture);
        return
        [
            ("subject", wish.Thing),
            ("colour", wish.Colour is { } colour && colour != usual["colour"] && ColourName(colour) is { } named ? $"{wish.Thing}:{named}" : null),
            ("count", wish.Said is { } said ? string.Create(CultureInfo.InvariantCulture, $"{wish.Thing}:{said}") : null),
            ("matter", Kebab.Name(wish.Matter) is var matter && matter != usual["matter"] ? $"{wish.Thing}:{matter}" : null),
            ("size", _sizes.First(known => size >= known.Least).Name is { Length: > 0 } name ? $"{wish.Thing}:{name}" : null),
        ];
    }

    // Colours that words don't name, such as that of milk, come from what is poured.
    private static string? ColourName(string colour) => _colours.GetValueOrDefault(colour);

    private static IEnumerable<string> Words(string warning) =>
        NotShown().Match(warning) is { Success: true } match ? match.Groups["words"].Value.Split(", ") : [];

    private static string? YesNo(bool? value) => value switch { null => null, true => "yes", _ => "no" };

    private static string? Name<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value is { } known ? Kebab.Name(known) : null;

    [GeneratedRegex(@"^Not shown: (?<words>.*?) \(")]
    private static partial Regex NotShown();
}
