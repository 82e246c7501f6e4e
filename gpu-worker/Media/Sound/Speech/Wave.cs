using System.Buffers.Binary;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>Reads what speech programs write: a RIFF wave of one channel of 16-bit samples, whose lengths may be wrong for a pipe.</summary>
internal static class Wave
{
    /// <summary>The samples and how many there are a second. Fails with <see cref="InvalidDataException"/> when it is no such wave.</summary>
    public static (float[] Samples, int Rate) Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 44 || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
            throw new InvalidDataException("The voice gave no wave file.");
        var rate = 0;
        for (var at = 12; at + 8 <= file.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]), (uint)(file.Length - at - 8));
            var body = file.Slice(at + 8, length);
            if (file.Slice(at, 4).SequenceEqual("fmt "u8))
                rate = BinaryPrimitives.ReadInt32LittleEndian(body[4..]);
            else if (file.Slice(at, 4).SequenceEqual("data"u8))
                return (Samples(body), rate);
            at += 8 + length + (length & 1);
        }

        throw new InvalidDataException("The voice gave a wave file without sound.");
    }

    /// <summary>The part of a sound from its first to its last instant that is louder than a thousandth of its peak.</summary>
    public static ReadOnlySpan<float> Trimmed(ReadOnlySpan<float> samples)
    {
        var floor = 0f;
        foreach (var sample in samples)
            floor = Math.Max(floor, Math.Abs(sample));
        floor *= 0.004f;
        var (from, to) = (0, samples.Length);
        while (from < to && Math.Abs(samples[from]) <= floor)
            from++;
        while (to > from && Math.Abs(samples[to - 1]) <= floor)
            to--;
        return samples[from..to];
    }

    private static float[] Samples(ReadOnlySpan<byte> body)
    {
        var samples = new float[body.Length / 2];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(body[(2 * i)..]) / 32768f;
        return samples;
    }
}
