using System.Globalization;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Pipeline.Verifications.Wire;
using Spectre.Console;

namespace SoraFunctions.Local.Checks;

/// <summary>A verification for the terminal: the verdict first, then what it rests on.</summary>
internal static class VerificationText
{
    /// <summary>Prints it.</summary>
    public static void Print(VerificationObject found)
    {
        AnsiConsole.Write(new Text(found.Title, new Style(ColourOf(found.Verdict), decoration: Decoration.Bold)));
        Console.WriteLine($"\n{found.Explanation}\n");
        foreach (var line in Lines(found))
        {
            Console.WriteLine(line);
        }
    }

    private static IEnumerable<string> Lines(VerificationObject found) =>
    [
        $"Manifest: {found.Manifest.State}. {found.Manifest.Summary}",
        .. found.Manifest.History.SelectMany(History),
        .. found.Manifest.Failures.Select(failure => $"  {failure.Code}: {failure.Explanation}"),
        $"Watermark: {Watermark(found.Picture)}",
        $"Fingerprint: {(found.Picture.LooksLikeOurs ? "it looks like a video that was made here" : found.Picture.Note ?? "it looks like no video that was made here")}",
        $"AIGC label: {(found.Labels.Found ? $"{found.Labels.Says}, by {found.Labels.Producer}, number {found.Labels.ProduceId}" : "none")}",
        .. found.Agreements.Select(one => $"{(one.Agree ? "Agrees" : "Disagrees")}: {one.Explanation}"),
        .. found.Matches.SelectMany(MatchLines),
    ];

    private static IEnumerable<string> History(HistoryPart manifest)
    {
        var margin = new string(' ', 2 + manifest.Generation * 2);
        yield return $"{margin}{manifest.Title ?? "untitled"}, by {manifest.Generator ?? "an unknown product"}, signed by {manifest.SignedBy ?? "nobody known"}";
        foreach (var action in manifest.Actions)
        {
            yield return $"{margin}  {string.Join(" ", new[] { action.Name, action.When, action.DigitalSourceType, action.SoftwareAgent }.OfType<string>())}";
        }
    }

    private static string Watermark(PicturePart picture) =>
        picture.Watermark ? string.Create(CultureInfo.InvariantCulture, $"{picture.WatermarkId}, {picture.Strength:0.0} standard deviations above chance")
        : picture.Note ?? "none was found, or there is no key to read it with, which proves nothing";

    private static IEnumerable<string> MatchLines(Match match)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{(match.FoundBy == MatchLookup.ByFingerprint ? "Looks like" : "Made here as")} {match.VideoId} for channel {match.Channel} of tenant {match.Tenant} on {match.SignedAt:yyyy-MM-dd} (by its {match.FoundBy})");
        yield return match.Request is { } request
            ? string.Create(CultureInfo.InvariantCulture, $"  ordered {request.CreatedAt:yyyy-MM-dd HH:mm} as {request.Model}, {request.Size}, {request.Seconds:0.##} s{(request.RemixedFrom is { } from ? $", remixed from {from}" : "")}{(request.Prompt is { } prompt ? $": {prompt}" : "")}")
            : "  the video was deleted";
    }

    private static Color ColourOf(Verdict verdict) => verdict switch
    {
        Verdict.MadeHere or Verdict.SignedElsewhere => Color.Green,
        Verdict.AlteredAfterSigning => Color.Red,
        _ => Color.Yellow,
    };
}
