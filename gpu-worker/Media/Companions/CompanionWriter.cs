using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Checks;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Companions;

/// <summary>Makes what goes with a finished video: poster, thumbnail, sheets, captions and events.</summary>
internal static class CompanionWriter
{
    /// <summary>Writes all of them into the folder; gives their names, and what was decoded of the video on the way.</summary>
    public static async Task<(IReadOnlyList<string> Names, ReadBack Heard)> Write(
        Timeline time,
        IReadOnlyList<TimedCaption> captions,
        IReadOnlyList<SpokenLine> spoken,
        IReadOnlyDictionary<int, DecodedPicture> small,
        string folder,
        string work,
        CancellationToken cancellation)
    {
        var best = PosterChoice.Best(time, PosterChoice.Candidates(time, captions), small);
        var (sheet, words) = await ContactSheet.Make(time, small).ConfigureAwait(false);
        var stills = new Stills(time.At(best) + 0.25 / time.Rate, Spritesheet.Make(time, small), sheet, words);
        var heard = await stills.Write(folder, work, !time.Order.Silent, cancellation).ConfigureAwait(false);
        var cues = CaptionFile.Cues(time, captions, spoken);
        await File.WriteAllTextAsync(Path.Combine(folder, OutputNames.Captions), CaptionFile.Vtt(cues), cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(folder, OutputNames.Subtitles), CaptionFile.Srt(cues), cancellation).ConfigureAwait(false);
        await File.WriteAllBytesAsync(Path.Combine(folder, OutputNames.Events), VideoEvents.Of(time).ToJson(), cancellation).ConfigureAwait(false);
        return ([OutputNames.Poster, OutputNames.Thumbnail, OutputNames.ManifestPicture, OutputNames.Spritesheet, OutputNames.ContactSheet, OutputNames.Captions, OutputNames.Subtitles, OutputNames.Events], heard);
    }
}
