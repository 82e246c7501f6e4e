using System.Runtime.CompilerServices;
using System.Text;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Api.Tests.Hosting;

/// <summary>Shows one frame with the mark that a file of <see cref="Marked"/> names in plain text; for others one too small to be searched.</summary>
internal sealed class StillFrames : IFrameSource
{
    private const int Width = 640, Height = 360;

    public async IAsyncEnumerable<LumaFrame> Read(FileInfo file, string sha256, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(file.FullName, cancellation);
        var at = bytes.AsSpan().IndexOf("mark "u8);
        yield return at < 0 ? new LumaFrame(8, 8, 0, new byte[64]) : new LumaFrame(Width, Height, 0, WatermarkPattern.Draw(
            Marked.Key, WatermarkId.Parse(Encoding.ASCII.GetString(bytes, at + 5, 12))!.Value, Width, Height));
    }
}
