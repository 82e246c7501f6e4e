using System.Globalization;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

/// <summary>
/// Compares what became of a storyboard with what a row lists: <c>a.setting=beach</c> for a shot, <c>@ball.count=5</c> for the cast, <c>&lt;</c> and
/// <c>&gt;</c> for less and more, <c>*</c> for every shot, <c>=gone</c> and <c>=new</c>, <c>~</c> where one other shot may give or take the time, and
/// <c>!word</c> for a warning that says so. What is not listed must be the very same, and there may be no other warning.
/// </summary>
internal static class BoardDifference
{
    /// <summary>What is too much or too little; empty when all is as listed.</summary>
    public static string Against(string changes, Storyboard before, WrittenStoryboard after)
    {
        var listed = changes.Split("; ", StringSplitOptions.RemoveEmptyEntries);
        var (old, now) = (Flat(before), Flat(after.Storyboard, before));
        var wrong = new List<string>();
        var seen = new HashSet<string>();
        foreach (var change in listed.Where(change => change[0] is not ('!' or '~')))
        {
            var at = change.IndexOfAny(['=', '<', '>']);
            string[] keys = change[0] == '*' ? [.. before.Shots.Select(shot => shot.Id + change[1..at])] : [change[..at]];
            foreach (var key in keys)
            {
                seen.Add(key);
                if (!Holds(old.GetValueOrDefault(key), now.GetValueOrDefault(key), change[at], change[(at + 1)..]))
                {
                    wrong.Add($"{key} is {now.GetValueOrDefault(key) ?? "gone"}, not {change[at..]}");
                }
            }
        }

        var moved = old.Keys.Union(now.Keys).Where(key => old.GetValueOrDefault(key) != now.GetValueOrDefault(key) && !IsSeen(seen, key)).ToList();
        if (listed.Contains("~") && moved.Find(key => key.EndsWith(".seconds", StringComparison.Ordinal) && !key.StartsWith("card", StringComparison.Ordinal)) is { } gives)
        {
            moved.Remove(gives);
        }

        wrong.AddRange(moved.Select(key => $"{key} became {now.GetValueOrDefault(key) ?? "gone"}"));
        var said = listed.Where(change => change[0] == '!').Select(change => change[1..]).ToArray();
        wrong.AddRange(said.Where(word => !after.Warnings.Any(warning => warning.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(word => $"no warning of {word}"));
        if (after.Warnings.Count > said.Length || wrong.Exists(fault => fault.StartsWith("no warning", StringComparison.Ordinal)))
        {
            wrong.Add($"warns: {string.Join(" | ", after.Warnings)}");
        }

        return string.Join("; ", wrong);
    }

    // What is new or gone is so with all of it; a framing has its lens.
    private static bool IsSeen(HashSet<string> seen, string key) => seen.Contains(key) || key.StartsWith("new", StringComparison.Ordinal)
        || (key.EndsWith(".lens", StringComparison.Ordinal) && seen.Contains(key.Replace(".lens", ".framing", StringComparison.Ordinal)))
        || (key.Contains('.', StringComparison.Ordinal) && seen.Contains(key.Split('.')[0])) || (key == "order" && seen.Any(shot => shot.Length == 1));

    private static bool Holds(string? old, string? now, char how, string value) => how switch
    {
        '=' when value == "gone" => old is not null && now is null,
        '=' when value == "new" => old is null && now is not null,
        '=' => now == value,
        _ => old is not null && now is not null && Math.Sign(Number(now).CompareTo(Number(old))) == (how == '<' ? -1 : 1),
    };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Flat(Storyboard board, Storyboard? before = null)
    {
        string Name(Shot shot) => before is null || before.Shots.Any(known => known.Id == shot.Id) ? shot.Id : "new";
        var facts = new Dictionary<string, string?>
        {
            ["title"] = board.Title, ["language"] = board.Language, ["order"] = string.Join(' ', board.Shots.Select(Name)),
            ["look.mood"] = Low(board.Look.Mood), ["look.primary"] = board.Look.Primary, ["look.accent"] = board.Look.Accent,
            ["sound.music"] = Low(board.Sound.Music), ["sound.style"] = Low(board.Sound.Style), ["sound.volume"] = Text(board.Sound.Volume ?? 1), ["sound.tempo"] = Low(board.Sound.Tempo),
            ["sound.voice.name"] = board.Sound.Voice?.Name, ["sound.voice.rate"] = Text(board.Sound.Voice?.Rate ?? 1), ["sound.effects"] = Low(board.Sound.Effects), ["sound.room"] = Low(board.Sound.RoomTone),
            ["card"] = board.EndCard is null ? null : "card", ["card.title"] = board.EndCard?.Title, ["card.price"] = board.EndCard?.Price, ["card.call_to_action"] = board.EndCard?.CallToAction,
            ["card.seconds"] = board.EndCard is { } card ? Text((double)card.Seconds) : null,
        };
        foreach (var subject in board.Cast)
        {
            var at = $"@{subject.Id}";
            (facts[at], facts[$"{at}.form"], facts[$"{at}.matter"], facts[$"{at}.colour"]) = ("there", Low(subject.Form), Low(subject.Matter), subject.Colour);
            (facts[$"{at}.height"], facts[$"{at}.count"], facts[$"{at}.name"]) = (Text(subject.Height), Low(subject.Count), subject.Name);
        }

        foreach (var shot in board.Shots)
        {
            var at = Name(shot);
            (facts[at], facts[$"{at}.setting"], facts[$"{at}.action"], facts[$"{at}.light"], facts[$"{at}.atmosphere"]) = ("there", Low(shot.Setting), Low(shot.Action), Low(shot.Light), Low(shot.Atmosphere));
            (facts[$"{at}.subjects"], facts[$"{at}.seconds"], facts[$"{at}.caption"], facts[$"{at}.line"]) = (string.Join('+', shot.Subjects), Text((double)shot.Seconds), shot.Caption?.Text, shot.Line);
            (facts[$"{at}.camera.move"], facts[$"{at}.camera.framing"], facts[$"{at}.camera.lens"]) = (Low(shot.Camera.Move), Low(shot.Camera.Framing), Text(shot.Camera.Lens));
            (facts[$"{at}.camera.elevation"], facts[$"{at}.camera.aperture"], facts[$"{at}.transition"]) = (Text(shot.Camera.Elevation), Text(shot.Camera.Aperture), Low(shot.Transition.Kind));
        }

        return facts.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Key, fact => fact.Value!);
    }

    private static string? Low(object? value) => value is null ? null : value is Enum ? System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}") : Convert.ToString(value, CultureInfo.InvariantCulture)!.ToLowerInvariant();

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
