using System.Buffers.Binary;

namespace SoraFunctions.Pipeline.Sounds;

/// <summary>Tells from bytes alone what kind of sound file they are, and how long where its header says so.</summary>
internal static class SoundStructure
{
    /// <summary>The media type; null for what is not read.</summary>
    public static string? MediaType(ReadOnlySpan<byte> file) => file switch
    {
        { Length: < 64 } => null,
        _ when file.StartsWith("ID3"u8) => "audio/mpeg",
        _ when file.StartsWith("fLaC"u8) => "audio/flac",
        _ when file.StartsWith("OggS"u8) => "audio/ogg",
        _ when file.StartsWith("RIFF"u8) && file[8..].StartsWith("WAVE"u8) => "audio/wav",
        _ when file[4..].StartsWith("ftyp"u8) => "audio/mp4",
        // A frame of MPEG audio begins with eleven ones (ISO/IEC 11172-3, 2.4.1.3), of ADTS with twelve and layer 0 (13818-7, 6.2).
        _ when file[0] == 0xFF && (file[1] & 0xF6) == 0xF0 => "audio/aac",
        _ when file[0] == 0xFF && (file[1] & 0xE6) == 0xE2 && (file[2] & 0xF0) != 0xF0 => "audio/mpeg",
        _ => null,
    };

    /// <summary>Seconds by the header of a WAV or FLAC file; null for all others.</summary>
    public static double? Seconds(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("fLaC"u8))
        {
            // STREAMINFO: 20 bits of sample rate at byte 18, 36 bits of samples from byte 21 (RFC 9639, 8.2).
            var rate = BinaryPrimitives.ReadUInt32BigEndian(file[18..]) >> 12;
            var samples = BinaryPrimitives.ReadUInt64BigEndian(file[18..]) & 0xF_FFFF_FFFF;
            return rate == 0 || samples == 0 ? null : samples / (double)rate;
        }

        if (!file.StartsWith("RIFF"u8))
        {
            return null;
        }

        uint bytesPerSecond = 0;
        for (var at = 12; at + 8 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            if (file[at..].StartsWith("fmt "u8) && at + 20 <= file.Length)
            {
                bytesPerSecond = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 16)..]);
            }
            else if (file[at..].StartsWith("data"u8))
            {
                return bytesPerSecond == 0 ? null : Math.Min(length, file.Length - at - 8) / (double)bytesPerSecond;
            }

            at = (int)Math.Min(file.Length, at + 8L + length + (length & 1));
        }

        return null;
    }
}
