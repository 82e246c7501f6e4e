using System.Text;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Videos.Captions;

/// <summary>Adds captions in the other languages of an order to the files of its cut.</summary>
/// <param name="blobs">Where requests and captions lie.</param>
public sealed class CaptionTranslations(IBlobStore blobs)
{
    /// <summary>The files with a track for each language, and what the caller should know.</summary>
    /// <param name="step">The cut.</param>
    /// <param name="board">The storyboard as it was cut.</param>
    /// <param name="files">The cut's files.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<(IReadOnlyDictionary<string, BlobRef> Files, IReadOnlyList<string> Warnings)> Of(
        Step<CutStepOrder> step, Storyboard board, IReadOnlyDictionary<string, BlobRef> files, CancellationToken cancellation)
    {
        var tenant = new TenantBlobs(blobs, step.Tenant);
        var request = await tenant.GetJson(step.Order.Request, PipelineJson.Default.VideoRequest, cancellation);
        if (request.Product?.Translations is not { } translations || !files.TryGetValue(OutputNames.Captions, out var own))
        {
            return (files, []);
        }

        var track = Encoding.UTF8.GetString(await tenant.Read(own.Sha256, cancellation));
        var added = new Dictionary<string, BlobRef>(files);
        var warnings = new List<string>();
        foreach (var other in translations.Where(one => !one.Language.Equals(board.Language, StringComparison.OrdinalIgnoreCase)))
        {
            var (told, left) = TranslatedCaptions.Of(track, board, request, other);
            if (told is not null)
            {
                added[FileNames.CaptionsIn(other.Language)] = await tenant.Put(Encoding.UTF8.GetBytes(told), "text/vtt", cancellation);
            }

            if (left > 0)
            {
                warnings.Add(told is null
                    ? $"There are no captions in {other.Language}: nothing that the video says is in that translation."
                    : $"The captions in {other.Language} leave out {left} that the translation does not hold: it has to have the sentences of the description, one for one.");
            }
        }

        return (added, warnings);
    }
}
