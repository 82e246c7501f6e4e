namespace SoraFunctions.Provenance.Carriers;

/// <summary>Tells formats by a file's first bytes.</summary>
internal static class CarrierFormat
{
    /// <summary>What is read and written.</summary>
    public const string Names = "MP4, JPEG, PNG, WebP, GIF and WAV";

    /// <summary>The file as a carrier; null when it is surely of a format that is not read.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="foreign">The name of that format.</param>
    public static ICarrier? Open(Stream file, out string foreign)
    {
        Span<byte> head = stackalloc byte[12];
        file.Position = 0;
        var got = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        foreign = got.StartsWith("%PDF"u8) ? "a PDF document"
            : got.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3]) ? "a Matroska or WebM video"
            : "";
        return foreign.Length > 0 ? null
            : got.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? new JpegCarrier(file)
            : got.StartsWith(PngCarrier.Signature) ? new PngCarrier(file)
            : got.StartsWith("RIFF"u8) ? new RiffCarrier(file)
            : got.StartsWith("GIF8"u8) ? new GifCarrier(file)
            : new Mp4Carrier(file);
    }
}
