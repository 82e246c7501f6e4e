using System.Buffers.Binary;

namespace SoraFunctions.Media.Pictures;

/// <summary>
/// A picture format, known from its first bytes. Naming the reader keeps ffmpeg from guessing: a file that turned out to be a
/// playlist could make it open other files or addresses.
/// </summary>
/// <param name="Name">What people call it.</param>
/// <param name="Demuxer">What ffmpeg calls its reader.</param>
internal sealed record PictureKind(string Name, string Demuxer)
{
    /// <summary>The name of the kind that <see cref="PngReader"/> reads.</summary>
    public const string Png = "PNG";

    public const string Accepted = "PNG, JPEG, WebP, GIF, BMP, TIFF or AVIF";

    public static PictureKind? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => new(Png, "png_pipe"),
        [0xff, 0xd8, 0xff, ..] => new("JPEG", "jpeg_pipe"),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => new("WebP", "webp_pipe"),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => new("GIF", "gif"),
        [(byte)'B', (byte)'M', ..] => new("BMP", "bmp_pipe"),
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => new("TIFF", "tiff_pipe"),
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var rest] when IsAvif(rest) => new("AVIF", "mov"),
        _ => null,
    };

    private static bool IsAvif(ReadOnlySpan<byte> brand) =>
        brand.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(brand) is 0x61766966 or 0x61766973;
}
