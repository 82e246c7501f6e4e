namespace SoraFunctions.Provenance.Verification;

/// <summary>Tells files that are surely not MP4 by their first bytes.</summary>
internal static class FileFormat
{
    /// <summary>The name of the format, or null when the file may be MP4.</summary>
    public static string? Foreign(Stream file)
    {
        Span<byte> head = stackalloc byte[12];
        file.Position = 0;
        var got = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        return got.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "a JPEG picture"
            : got.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]) ? "a PNG picture"
            : got.StartsWith("RIFF"u8) ? "a RIFF file"
            : got.StartsWith("GIF8"u8) ? "a GIF picture"
            : got.StartsWith("%PDF"u8) ? "a PDF document"
            : got.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3]) ? "a Matroska or WebM video"
            : null;
    }
}
