using Microsoft.Extensions.Logging;
using SoraFunctions.Pipeline.Fingerprints;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Fingerprints;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Looks into the picture of a file for what this deployment put there, and for whether it looks like what was made here.</summary>
/// <param name="frames">Decodes it.</param>
/// <param name="marks">The deployment's key; without one no marks are looked for.</param>
/// <param name="library">What was made here looks like.</param>
/// <param name="log">Where failures of the decoder are told.</param>
public sealed partial class PictureExamination(
    IFrameSource frames, Watermarking marks, FingerprintLibrary library, ILogger<PictureExamination> log)
{
    private const int MostCopies = 4;

    /// <summary>Examines; never fails on a file, however hostile.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="longest">How long it may take.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<PictureEvidence> Run(FileInfo file, string sha256, TimeSpan longest, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest);
        try
        {
            return await Examine(file, sha256, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return PictureEvidence.Unexamined($"The picture could not be examined within {longest.TotalSeconds:0} seconds. Try again later.");
        }
        catch (InvalidDataException)
        {
            return PictureEvidence.Unexamined("The file holds no picture or video that can be decoded.");
        }
        catch (IOException fault)
        {
            NotDecoded(log, fault);
            return PictureEvidence.Unexamined("The picture could not be decoded now. Try again later.");
        }
    }

    private async Task<PictureEvidence> Examine(FileInfo file, string sha256, CancellationToken cancellation)
    {
        (WatermarkReader? Mark, FingerprintReader Likeness)? readers = null;
        await foreach (var frame in frames.Read(file, sha256, cancellation))
        {
            if (Math.Min(frame.Width, frame.Height) < WatermarkReader.LeastSide)
            {
                return PictureEvidence.Unexamined($"The picture is {frame.Width} x {frame.Height}; at least {WatermarkReader.LeastSide} pixels are needed each way.");
            }

            readers ??= (marks.Key is { } key ? new WatermarkReader(key, frame.Width, frame.Height) : null, new FingerprintReader(frame.Width, frame.Height));
            readers.Value.Mark?.Add(frame.Luma.Span, frame.Seconds);
            readers.Value.Likeness.Add(frame.Luma.Span, frame.Seconds);
        }

        if (readers is not { } read)
        {
            return PictureEvidence.Unexamined("The file shows no picture.");
        }

        var mark = await Task.Run(() => read.Mark?.Find(), cancellation);
        var query = await Task.Run(read.Likeness.Query, cancellation);
        return new PictureEvidence(mark, await library.Find(query, MostCopies, cancellation), null);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A picture could not be decoded for verification.")]
    private static partial void NotDecoded(ILogger log, Exception fault);
}
