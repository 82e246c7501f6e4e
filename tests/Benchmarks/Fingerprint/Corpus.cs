using System.Buffers.Binary;
using SoraFunctions.Provenance.Fingerprints;

namespace SoraFunctions.Benchmarks.Fingerprint;

/// <summary>
/// Fingerprints of made-up videos that resemble real ones: each instant has 7 of 16 bits of a real instant turned round, by a pattern that
/// stays for a take and in which a few bits change from instant to instant.
/// </summary>
internal static class Corpus
{
    private const int TakeSeconds = 3;

    /// <summary>A made-up video.</summary>
    /// <param name="real">Real ones.</param>
    /// <param name="number">Which; the same number gives the same.</param>
    /// <param name="seconds">Its length.</param>
    public static Provenance.Fingerprints.Fingerprint Make(IReadOnlyList<byte[]> real, int number, int seconds)
    {
        var chance = new Random(number);
        var bytes = new byte[seconds * Provenance.Fingerprints.Fingerprint.Rate * Descriptor.Bytes];
        Span<byte> turned = stackalloc byte[Descriptor.Bytes];
        var source = real[0];
        var from = 0;
        for (var at = 0; at < bytes.Length; at += Descriptor.Bytes)
        {
            if (at % (TakeSeconds * Provenance.Fingerprints.Fingerprint.Rate * Descriptor.Bytes) == 0)
            {
                (source, from) = (real[chance.Next(real.Count)], chance.Next());
                Turn(turned, chance, begins: true);
            }

            Turn(turned, chance, begins: false);
            var there = (int)((from + at / Descriptor.Bytes) % (uint)(source.Length / Descriptor.Bytes)) * Descriptor.Bytes;
            for (var i = 0; i < Descriptor.Bytes; i++)
                bytes[at + i] = (byte)(source[there + i] ^ turned[i]);
        }

        return Provenance.Fingerprints.Fingerprint.Parse(bytes);
    }

    private static void Turn(Span<byte> turned, Random chance, bool begins)
    {
        for (var i = 0; i < turned.Length; i += 8)
        {
            var (a, b) = ((ulong)chance.NextInt64(), (ulong)chance.NextInt64());
            var (c, d) = ((ulong)chance.NextInt64(), (ulong)chance.NextInt64());
            // Set in 7 of 16, or changed in 1 of 64.
            var bits = begins ? a & (b | c | d) : BinaryPrimitives.ReadUInt64LittleEndian(turned[i..]) ^ (a & b & c & d & (ulong)chance.NextInt64() & (ulong)chance.NextInt64());
            BinaryPrimitives.WriteUInt64LittleEndian(turned[i..], bits);
        }
    }
}
