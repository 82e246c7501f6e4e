using Microsoft.Extensions.Logging;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Looks into the picture of a file for what this deployment put there.</summary>
/// <param name="frames">Decodes it.</param>
/// <param name="marks">The deployment's key.</param>
/// <param name="log">Where failures of the decoder are told.</param>
public sealed partial class PictureExamination(IFrameSource frames, Watermarking marks, ILogger<PictureExamination> log)
{
    /// <summary>Examines; never fails on a file, however hostile.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="longest">How long it may take.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<PictureEvidence> Run(FileInfo file, string sha256, TimeSpan longest, CancellationToken cancellation)
    {
        if (marks.Key is not { } key)
        {
            return new PictureEvidence(null, "This deployment has no watermark key: it marks no videos and can find no marks.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest);
        try
        {
            WatermarkReader? reader = null;
            await foreach (var frame in frames.Read(file, sha256, limit.Token))
            {
                if (Math.Min(frame.Width, frame.Height) < WatermarkReader.LeastSide)
                {
                    return new PictureEvidence(null, $"The picture is {frame.Width} x {frame.Height}; at least {WatermarkReader.LeastSide} pixels are needed each way.");
                }

                reader ??= new WatermarkReader(key, frame.Width, frame.Height);
                reader.Add(frame.Luma.Span, frame.Seconds);
            }

            return reader is null
                ? new PictureEvidence(null, "The file shows no picture.")
                : new PictureEvidence(await Task.Run(reader.Find, limit.Token), null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new PictureEvidence(null, $"The picture could not be examined within {longest.TotalSeconds:0} seconds. Try again later.");
        }
        catch (InvalidDataException)
        {
            return new PictureEvidence(null, "The file holds no picture or video that can be decoded.");
        }
        catch (IOException fault)
        {
            NotDecoded(log, fault);
            return new PictureEvidence(null, "The picture could not be decoded now. Try again later.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A picture could not be decoded for verification.")]
    private static partial void NotDecoded(ILogger log, Exception fault);
}
