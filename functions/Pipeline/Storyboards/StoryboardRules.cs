using System.Globalization;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards;

/// <summary>What a storyboard must keep to so that it can be filmed.</summary>
public static class StoryboardRules
{
    /// <summary>Most shots of a storyboard.</summary>
    public const int MostShots = 24;

    /// <summary>Frames a second that all lengths are counted in.</summary>
    public const int FrameRate = 30;

    /// <summary>Most characters of the legal line.</summary>
    public const int LongestLegal = 300;

    /// <summary>Most lines that are said in the caller's own sound.</summary>
    public const int MostSaid = 400;

    /// <summary>Most characters of a line that is said.</summary>
    public const int LongestLine = 500;

    private const int MostCast = 32;
    private const int LongestTitle = 120;
    private const string IdAccepted = "1 to 32 characters of a-z, 0-9 and hyphen, each id once";
    private const string ColourAccepted = "sRGB as #rrggbb, such as #c8763a";

    /// <summary>Everything that is wrong, in the order of the fields; empty when all is well.</summary>
    /// <param name="storyboard">The storyboard.</param>
    /// <param name="pictures">SHA-256 of the pictures that subjects may show; null when they aren't known here.</param>
    /// <param name="models">SHA-256 of the 3-D models that subjects may be; null when they aren't known here.</param>
    public static IReadOnlyList<StoryboardFault> Check(
        Storyboard storyboard, IReadOnlyCollection<string>? pictures = null, IReadOnlyCollection<string>? models = null) => Holes(storyboard) is { Count: > 0 } holes ? holes :
    [
        .. Whole(storyboard),
        .. (storyboard.Sound.Said ?? []).SelectMany((line, i) => Said(line, $"sound.said[{i}]")),
        .. storyboard.Cast.SelectMany((subject, i) => Subjects(subject, $"cast[{i}]", pictures, models)),
        .. Unique(storyboard.Cast.Select(subject => subject.Id), "cast"),
        .. storyboard.Shots.SelectMany((shot, i) => Shots(shot, $"shots[{i}]", storyboard.Cast)),
        .. Unique(storyboard.Shots.Select(shot => shot.Id), "shots"),
        .. storyboard.EndCard is { } card ? Card(card, storyboard.Shots) : [],
    ];

    /// <summary>What makes a storyboard none at all, so that nothing more can be asked of it: null where there must be something, and lengths that can't be added.</summary>
    /// <param name="storyboard">The storyboard.</param>
    public static IReadOnlyList<StoryboardFault> Holes(Storyboard storyboard) =>
    [
        .. storyboard.Cast.Index().Where(pair => pair.Item is null).Select(pair => new StoryboardFault($"cast[{pair.Index}]", "is null", "a subject")),
        .. storyboard.Shots.Index().Where(pair => pair.Item is null).Select(pair => new StoryboardFault($"shots[{pair.Index}]", "is null", "a shot")),
        .. storyboard.Shots.Index().Where(pair => pair.Item?.Subjects.Any(id => id is null) == true).Select(pair => new StoryboardFault($"shots[{pair.Index}].subjects", "holds null", "ids of the cast")),
        .. (storyboard.Sound.Said ?? []).Index().Where(pair => pair.Item?.Text is null).Select(pair => new StoryboardFault($"sound.said[{pair.Index}]", "is null or has no text", "a line with text, from and to")),
        .. storyboard.Shots.Index().Where(pair => pair.Item?.Seconds is < -Countable or > Countable).Select(pair => new StoryboardFault($"shots[{pair.Index}].seconds", "is out of range", "0.5 to 60")),
    ];

    /// <summary>Seconds up to which lengths can be counted in frames and added.</summary>
    private const decimal Countable = 1_000_000;

    /// <summary>Whether a length is a whole number of frames, to within what a decimal fraction can say.</summary>
    public static bool IsWholeFrames(decimal seconds) => Math.Abs((seconds * FrameRate) - Math.Round(seconds * FrameRate)) < 0.02m;

    private static IEnumerable<StoryboardFault> Whole(Storyboard storyboard) =>
        Faults(
            (Words(storyboard.Title, LongestTitle), "title", "is empty or too long", "1 to 120 characters"),
            (IsLanguage(storyboard.Language), "language", $"'{storyboard.Language}' is no language tag", "a BCP 47 tag such as en or zh-CN"),
            (IsColour(storyboard.Look.Primary), "look.primary", "is no colour", ColourAccepted),
            (IsColour(storyboard.Look.Accent), "look.accent", "is no colour", ColourAccepted),
            (Enum.IsDefined(storyboard.Look.Mood), "look.mood", "is unknown", Names<Mood>()),
            (storyboard.Sound.Volume is null or (>= 0 and <= 2), "sound.volume", "is out of range", "0 to 2, or nothing"),
            (storyboard.Sound.Voice?.Name is null or { Length: >= 1 and <= 64 }, "sound.voice.name", "is empty or too long", "1 to 64 characters"),
            (storyboard.Sound.Voice?.Rate is null or (>= 0.8 and <= 1.25), "sound.voice.rate", "is out of range", "0.8 to 1.25"),
            (storyboard.Sound.Said is not { Count: > MostSaid }, "sound.said", $"has {storyboard.Sound.Said?.Count} lines", $"up to {MostSaid}"),
            (storyboard.Sound.Tempo is null or (>= 40 and <= 200), "sound.tempo", "is out of range", "40 to 200 beats a minute, or nothing"),
            (Enum.IsDefined(storyboard.Captions), "captions", "is unknown", Names<CaptionStyle>()),
            (storyboard.Brand?.Logo is null || IsSha256(storyboard.Brand.Logo), "brand.logo", "is no SHA-256", "64 lower-case hex digits"),
            (storyboard.Brand?.Font is null || IsSha256(storyboard.Brand.Font), "brand.font", "is no SHA-256", "64 lower-case hex digits"),
            (storyboard.Legal is null || Words(storyboard.Legal, LongestLegal), "legal", "is empty or too long", $"1 to {LongestLegal} characters"),
            (storyboard.Cast.Count <= MostCast, "cast", $"has {storyboard.Cast.Count} subjects", $"up to {MostCast}"),
            (storyboard.Shots.Count is >= 1 and <= MostShots, "shots", $"has {storyboard.Shots.Count} shots", $"1 to {MostShots}"),
            (storyboard.Seconds is >= 1 and <= 120, "shots", $"last {Text(storyboard.Seconds)} seconds together", "1 to 120 seconds in all"));

    private static IEnumerable<StoryboardFault> Said(SaidLine line, string at) =>
        Faults(
            (Words(line.Text, LongestLine), $"{at}.text", "is empty or too long", $"1 to {LongestLine} characters"),
            (line.From is >= 0 and <= 600, $"{at}.from", "is out of range", "0 to 600 seconds"),
            (line.To > line.From && line.To <= 600, $"{at}.to", "is not after from", "seconds after from, up to 600"));

    private static IEnumerable<StoryboardFault> Subjects(
        Subject subject, string at, IReadOnlyCollection<string>? pictures, IReadOnlyCollection<string>? models) =>
        Faults(
            (IsId(subject.Id), $"{at}.id", $"'{subject.Id}' is no id", IdAccepted),
            (Words(subject.Name, 80), $"{at}.name", "is empty or too long", "1 to 80 characters"),
            (Enum.IsDefined(subject.Form), $"{at}.form", "is unknown", Names<Form>()),
            (Enum.IsDefined(subject.Matter), $"{at}.matter", "is unknown", Names<Matter>()),
            (subject.Colour is null || IsColour(subject.Colour), $"{at}.colour", "is no colour", ColourAccepted),
            (subject.Height is >= 0.01 and <= 5, $"{at}.height", string.Create(CultureInfo.InvariantCulture, $"of {subject.Height:0.###} is out of range"), "0.01 to 5 metres"),
            (subject.Count is >= 1 and <= 60, $"{at}.count", $"of {subject.Count} is out of range", "1 to 60"),
            (subject.Picture is null || IsSha256(subject.Picture), $"{at}.picture", "is no SHA-256", "64 lower-case hex digits"),
            (subject.Model is null || IsSha256(subject.Model), $"{at}.model", "is no SHA-256", "64 lower-case hex digits"),
            (subject.Form != Form.Model || subject.Model is not null, $"{at}.model", "is missing", "the SHA-256 of a glTF 2.0 binary file, for the form model"),
            (subject.Form == Form.Model || subject.Model is null, $"{at}.model", "is given for another form", "a model for the form model only"),
            (subject.Model is null || models is null || !IsSha256(subject.Model) || models.Contains(subject.Model),
                $"{at}.model", "is not the 3-D model of the request", "the SHA-256 of the product.model sent with the request"),
            (subject.Picture is null || pictures is null || !IsSha256(subject.Picture) || pictures.Contains(subject.Picture),
                $"{at}.picture", "is not among the pictures of the request", "the SHA-256 of a picture sent with the request"));

    private static IEnumerable<StoryboardFault> Shots(Shot shot, string at, IReadOnlyList<Subject> cast) =>
    [
        .. Faults(
            (IsId(shot.Id), $"{at}.id", $"'{shot.Id}' is no id", IdAccepted),
            (shot.Seconds is >= 0.5m and <= 60, $"{at}.seconds", $"of {Text(shot.Seconds)} is out of range", "0.5 to 60"),
            (IsWholeFrames(shot.Seconds), $"{at}.seconds", $"of {Text(shot.Seconds)} is no whole number of frames", "a multiple of 1/30 s, such as a multiple of 0.1"),
            (Enum.IsDefined(shot.Setting), $"{at}.setting", "is unknown", Names<Setting>()),
            (shot.Subjects.Count is >= 1 and <= 8, $"{at}.subjects", $"has {shot.Subjects.Count} ids", "1 to 8"),
            (shot.Subjects.Distinct().Count() == shot.Subjects.Count, $"{at}.subjects", "has an id twice", "each id once"),
            (Enum.IsDefined(shot.Action), $"{at}.action", "is unknown", Names<Deed>()),
            (shot.Action != Deed.Collide || shot.Subjects.Count >= 2, $"{at}.action", "is collide with one subject", "collide with two subjects or more"),
            (Enum.IsDefined(shot.Camera.Move), $"{at}.camera.move", "is unknown", Names<CameraMove>()),
            (Enum.IsDefined(shot.Camera.Framing), $"{at}.camera.framing", "is unknown", Names<Framing>()),
            (shot.Camera.Lens is >= 14 and <= 200, $"{at}.camera.lens", "is out of range", "14 to 200 millimetres"),
            (shot.Camera.Elevation is >= -10 and <= 80, $"{at}.camera.elevation", "is out of range", "-10 to 80 degrees"),
            (shot.Camera.Aperture is >= 1 and <= 32, $"{at}.camera.aperture", "is out of range", "f-number 1 to 32"),
            (shot.Atmosphere is null || Enum.IsDefined(shot.Atmosphere.Value), $"{at}.atmosphere", "is unknown", Names<Atmosphere>()),
            (Enum.IsDefined(shot.Light), $"{at}.light", "is unknown", Names<Light>()),
            (shot.Caption is null || Words(shot.Caption.Text, 120), $"{at}.caption.text", "is empty or too long", "1 to 120 characters"),
            (shot.Caption is null || Enum.IsDefined(shot.Caption.Role), $"{at}.caption.role", "is unknown", Names<CaptionRole>()),
            (shot.Caption?.Was is null || Words(shot.Caption.Was, 40), $"{at}.caption.was", "is empty or too long", "1 to 40 characters"),
            (shot.Caption?.Stars is null or (>= 0 and <= 5), $"{at}.caption.stars", "is out of range", "0 to 5"),
            (shot.Line is null || Words(shot.Line, LongestLine), $"{at}.line", "is empty or too long", $"1 to {LongestLine} characters"),
            (shot.Speaker is null || Words(shot.Speaker, 64), $"{at}.speaker", "is empty or too long", "1 to 64 characters"),
            (Enum.IsDefined(shot.Transition.Kind), $"{at}.transition.kind", "is unknown", Names<TransitionKind>()),
            (shot.Transition.Seconds is >= 0 and <= 1.5m, $"{at}.transition.seconds", "is out of range", "0 to 1.5"),
            (shot.Transition.Seconds <= shot.Seconds, $"{at}.transition.seconds", "is longer than the shot", "at most the length of the shot")),
        .. shot.Subjects.Where(id => cast.All(subject => subject.Id != id))
            .Select(id => new StoryboardFault($"{at}.subjects", $"names '{id}', who is not in the cast", "ids of the cast")),
    ];

    private static IEnumerable<StoryboardFault> Card(EndCard card, IReadOnlyList<Shot> shots) =>
        Faults(
            (Words(card.Title, LongestTitle), "end_card.title", "is empty or too long", "1 to 120 characters"),
            (card.Price is null || Words(card.Price, 40), "end_card.price", "is empty or too long", "1 to 40 characters"),
            (card.Was is null || Words(card.Was, 40), "end_card.was", "is empty or too long", "1 to 40 characters"),
            (card.Rating is null || (card.Rating.Stars is >= 0 and <= 5 && Words(card.Rating.Text, 40)), "end_card.rating", "is out of range", "stars of 0 to 5 and a text of 1 to 40 characters"),
            (card.CallToAction is null || Words(card.CallToAction, 40), "end_card.call_to_action", "is empty or too long", "1 to 40 characters"),
            (card.Brand is null || Words(card.Brand, 80), "end_card.brand", "is empty or too long", "1 to 80 characters"),
            (card.Seconds is >= 1 and <= 6, "end_card.seconds", $"of {Text(card.Seconds)} is out of range", "1 to 6"),
            (shots.Count == 0 || card.Seconds <= shots[^1].Seconds, "end_card.seconds", "is longer than the last shot", "at most the length of the last shot"));

    private static IEnumerable<StoryboardFault> Unique(IEnumerable<string> ids, string field) =>
        ids.GroupBy(id => id).Where(group => group.Count() > 1)
            .Select(group => new StoryboardFault(field, $"has the id '{group.Key}' {group.Count()} times", IdAccepted));

    private static IEnumerable<StoryboardFault> Faults(params (bool Well, string Field, string Wrong, string Accepted)[] rules) =>
        rules.Where(rule => !rule.Well).Select(rule => new StoryboardFault(rule.Field, rule.Wrong, rule.Accepted));

    private static bool Words(string text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;

    private static bool IsId(string id) =>
        id.Length is >= 1 and <= 32 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static bool IsColour(string colour) => colour.Length == 7 && colour[0] == '#' && colour.Skip(1).All(char.IsAsciiHexDigit);

    private static bool IsSha256(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);

    private static bool IsLanguage(string tag) =>
        tag.Length is >= 2 and <= 35 && char.IsAsciiLetter(tag[0]) && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static string Names<TEnum>()
        where TEnum : struct, Enum =>
        string.Join(", ", Enum.GetNames<TEnum>().Select(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName));

    private static string Text(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
