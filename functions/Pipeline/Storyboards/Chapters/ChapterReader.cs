using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Captions;
using SoraFunctions.Pipeline.Storyboards.Lines;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Chapters;

/// <summary>
/// Makes a short drama of a chapter of a story: its scenes by place and time, whoever speaks as a figure that keeps its colour, spoken lines in
/// close shots with those who hear them, and what happens to things; as much as there is time for, and a warning of the rest.
/// </summary>
internal static class ChapterReader
{
    private const decimal Establishing = 2.2m;
    private const decimal Reaction = 1.6m;
    private const decimal Event = 2.4m;
    private const decimal LongestLine = 9;
    private const int MostSpeakers = 8;
    private const int Shown = 3;

    /// <summary>Colours that figures are told apart by.</summary>
    private static readonly string[] _colours = ["#2458c8", "#c8242c", "#2f8f4e", "#f3c92e", "#6b3fa0", "#ee7a1d", "#2ba6a4", "#8c8f93"];

    /// <summary>Where it neither rains nor snows.</summary>
    private static readonly HashSet<Setting?> _indoors =
        [Setting.Kitchen, Setting.WoodenTable, Setting.BathroomShelf, Setting.GiftRoom, Setting.MarbleCounter, Setting.WhiteStudio, Setting.DarkStudio, Setting.ColourStudio, Setting.CurtainPodium];

    private static readonly Deed[] _turns = [Deed.Shatter, Deed.Collide, Deed.SplashIn, Deed.Topple, Deed.Drop, Deed.Unbox, Deed.Drive];
    private static readonly string[] _sudden = ["suddenly", "at last", "finally", "then", "all at once", "\u7a81\u7136", "\u5ffd\u7136", "\u7ec8\u4e8e", "\u731b\u5730"];

    /// <summary>The brief of a story; null when the prompt is none.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="seconds">Length of the video.</param>
    public static Brief? Read(string prompt, decimal seconds)
    {
        if (Headings.Split(prompt).Numbered || Prose.Of(prompt) is not { } prose || !prose.IsStory())
        {
            return null;
        }

        var language = Languages.Of(prompt) ?? "en";
        var names = Names(prose);
        var (scenes, speakers) = (new SceneFinder(), new Speakers(prose.Text));
        var figures = new Dictionary<string, SubjectWish>();
        var moments = new List<Moment>();
        foreach (var (i, sentence) in prose.Sentences.Index())
        {
            var words = prose.Words(sentence);
            var plain = names.Aggregate(words, (text, name) => text.Replace(name, Somebody(name), StringComparison.Ordinal));
            var (scene, begins) = scenes.Next(plain);
            if (begins)
            {
                moments.Add(new Moment(i - 0.5, scene, "establishing", 3, new Step { Seconds = Establishing, Framing = Framing.Wide, Deed = Deed.Stand }));
            }

            foreach (var line in words.Where(Prose.IsQuote).Select(prose.Line).Where(line => line.Length > 1))
            {
                if (speakers.Of(words) is { } name && Figure(figures, name) is { } figure)
                {
                    moments.AddRange(Spoken(line, name, figure, figures, moments, language, i, scene));
                }
            }

            if (!words.Any(Prose.IsQuote) && Happens(plain) is { } step)
            {
                var worth = 2 + (_turns.Contains(step.Deed!.Value) ? 1.5 : 0) + (_sudden.Any(cue => words.Contains(cue, StringComparison.OrdinalIgnoreCase)) ? 1 : 0)
                    + (i >= prose.Sentences.Count - 2 ? 1 : 0);
                moments.Add(new Moment(i, scene, "event", worth, step with { Seconds = Event }));
            }
        }

        var told = Chosen(moments, seconds);
        return told.Count == 0 ? null : new Brief
        {
            Steps = [.. told.Select(moment => Staged(moment, scenes.Scenes[moment.Scene], told, figures))],
            Numbered = true,
            Warnings = [.. Warnings(moments, told, scenes.Scenes, figures)],
        };
    }

    // Names may hold words: 林小雨 is no rain.
    private static IReadOnlyList<string> Names(Prose prose)
    {
        var speakers = new Speakers(prose.Text);
        foreach (var words in prose.Sentences.Select(prose.Words).Where(words => words.Any(Prose.IsQuote)))
        {
            speakers.Of(words);
        }

        return speakers.Known;
    }

    private static string Somebody(string name) => char.IsAsciiLetter(name[0]) ? "she" : "\u4ed6";

    private static SubjectWish? Figure(Dictionary<string, SubjectWish> figures, string name)
    {
        if (!figures.TryGetValue(name, out var figure) && figures.Count < MostSpeakers)
        {
            figures[name] = figure = SubjectWish.Plain("person", 1, _colours[figures.Count]) with { Name = name, Near = null, Word = name };
        }

        return figure;
    }

    // A line in close, and whoever hears it, worth more where it asks or cries.
    private static IEnumerable<Moment> Spoken(
        string line, string name, SubjectWish figure, Dictionary<string, SubjectWish> figures, List<Moment> before, string language, int at, int scene)
    {
        var said = Within(line, language);
        if (said is null)
        {
            yield return new Moment(at, scene, "line", -1, new Step { Line = line, Seconds = LongestLine });
            yield break;
        }

        var seconds = Math.Max(1.2m, LineLengths.Needed(said, language));
        while (seconds < LongestLine && !Reading.CanRead(said, seconds))
        {
            seconds += 0.1m;
        }

        var stirred = line.IndexOfAny(['!', '?', '\uff01', '\uff1f']) >= 0;
        var step = new Step { Subjects = [figure], Deed = Deed.Stand, Framing = Framing.Close, Line = said, Caption = said.Length <= 120 ? new Caption(said) : null, Speaker = name, Seconds = seconds };
        yield return new Moment(at, scene, "line", 2.5 + (stirred ? 0.6 : 0) + (before.Any(known => known.Kind == "line" && known.Step.Speaker == name) ? 0 : 0.8), step);
        if (stirred && figures.Values.LastOrDefault(other => other != figure) is { } hearer)
        {
            yield return new Moment(at + 0.3, scene, "reaction", 1.5, new Step { Subjects = [hearer], Deed = Deed.Stand, Framing = Framing.Medium, Seconds = Reaction });
        }
    }

    // The first sentences of a line that can be said in time; null where even the first is too long.
    private static string? Within(string line, string language)
    {
        var said = line.Trim().TrimEnd(',', '\uff0c');
        while (said.Length > 500 || LineLengths.Needed(said, language) > LongestLine)
        {
            var end = said.TrimEnd('.', '!', '?', '\u3002', '\uff01', '\uff1f').LastIndexOfAny(['.', '!', '?', '\u3002', '\uff01', '\uff1f']);
            if (end < 1)
            {
                return null;
            }

            said = said[..(end + 1)];
        }

        return said.Length == 0 ? null : said;
    }

    /// <summary>What happens to things in a sentence; null for nothing that can be shown.</summary>
    private static Step? Happens(string words)
    {
        var step = new StepReader(words, [], new WholeDraft(), oneStep: true, Lexicon.BuiltIn).Steps().FirstOrDefault();
        return step is { Deed: not (null or Deed.Stand), Subjects.Count: > 0 } ? step with { Caption = null, Line = null, Move = null, Framing = null, Setting = null } : null;
    }

    // The worthiest first, as long as there are shots and seconds; then in the order of the story. A place is shown only for what happens there.
    private static List<Moment> Chosen(List<Moment> moments, decimal seconds)
    {
        var most = Math.Min(StoryboardRules.MostShots, (int)(seconds / 1.2m));
        var (told, left) = (new List<Moment>(), seconds);
        foreach (var moment in moments.Where(moment => moment.Worth > 0 && moment.Kind != "establishing").OrderByDescending(moment => moment.Worth).ThenBy(moment => moment.At))
        {
            var place = moments.First(known => known.Kind == "establishing" && known.Scene == moment.Scene);
            var (shots, takes) = told.Contains(place) ? (1, moment.Seconds) : (2, moment.Seconds + place.Seconds);
            if (told.Count + shots <= most && takes <= left && (moment.Kind != "reaction" || told.Any(known => known.Kind == "line" && known.At == Math.Floor(moment.At))))
            {
                told.AddRange(shots == 2 ? [place, moment] : [moment]);
                left -= takes;
            }
        }

        return [.. told.OrderBy(moment => moment.At)];
    }

    private static Step Staged(Moment moment, StoryScene scene, List<Moment> told, Dictionary<string, SubjectWish> figures) => moment.Step with
    {
        Setting = scene.Place,
        Atmosphere = moment.Step.Atmosphere ?? (_indoors.Contains(scene.Place) && scene.Air is (Atmosphere.Rain or Atmosphere.Snow) ? null : scene.Air),
        Light = moment.Step.Light ?? scene.Light,
        // Whoever has lines in the scene stands there from the first.
        Subjects = moment.Step.Subjects.Count > 0 ? moment.Step.Subjects
            : told.Where(other => other.Scene == moment.Scene).SelectMany(other => other.Step.Subjects).Concat(figures.Values).Distinct().Take(Shown).DefaultIfEmpty(SubjectWish.Plain("book")).ToArray(),
    };

    private static IEnumerable<string> Warnings(List<Moment> moments, List<Moment> told, IReadOnlyList<StoryScene> scenes, Dictionary<string, SubjectWish> figures)
    {
        var (lines, filmed) = (moments.Where(moment => moment.Kind == "line").ToList(), told.Count(moment => moment.Kind == "line"));
        var left = Enumerable.Range(0, scenes.Count).Except(told.Select(moment => moment.Scene)).ToList();
        yield return $"The prompt is read as a story of {scenes.Count} scenes and {lines.Count} spoken lines; filmed are {scenes.Count - left.Count} scenes and {filmed} lines in {told.Count} shots.";
        if (left.Count > 0)
        {
            yield return $"Scenes left out: {string.Join("; ", left.Take(Shown).Select(i => $"\u201c{Shortened(scenes[i].Begins)}\u201d"))}{(left.Count > Shown ? $" and {left.Count - Shown} more" : "")}.";
        }

        var unsaid = lines.Except(told).ToList();
        if (unsaid.Count > 0)
        {
            yield return $"Lines left out: {string.Join("; ", unsaid.Take(Shown).Select(line => $"\u201c{Shortened(line.Step.Line!)}\u201d"))}{(unsaid.Count > Shown ? $" and {unsaid.Count - Shown} more" : "")}. A longer video has room for more.";
        }

        if (figures.Count > 0)
        {
            yield return $"Not shown as such: {string.Join(", ", figures.Keys)}; instead: jointed mannequins, each in a colour of its own. What people do is not shown.";
        }
    }

    private static string Shortened(string words)
    {
        var plain = string.Concat(words.Where(c => !Prose.IsQuote(c))).Trim();
        return plain.Length <= 40 ? plain : plain[..40] + "\u2026";
    }
}
