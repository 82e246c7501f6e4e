using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>
/// Many 64-bit codes, 64 to a block, of which a block holds the first bytes, then the second bytes and so on: so their weighted distances to a
/// code are sums of table look-ups, 16 to 64 at once, by four bits of them each (after André, Kermarrec and Le Scouarnec, Cache locality is
/// not enough, 2015).
/// </summary>
internal sealed class CodeBlocks(int capacity)
{
    /// <summary>Codes of a block.</summary>
    public const int Codes = 64;

    private const int Bytes = 8;

    private readonly byte[] _bytes = new byte[(capacity + Codes - 1) / Codes * Codes * Bytes];

    /// <summary>Sets a code.</summary>
    public void Set(int at, ulong code)
    {
        for (var b = 0; b < Bytes; b++)
            _bytes[(at / Codes * Bytes + b) * Codes + at % Codes] = (byte)(code >> 8 * b);
    }

    /// <summary>What each value of each four bits of a code is away from another code.</summary>
    /// <param name="soft">The other code: its coarse word.</param>
    /// <param name="tables">16 tables of 16 bytes.</param>
    public static void Tables(in SoftDescriptor soft, Span<byte> tables)
    {
        for (var nibble = 0; nibble < 16; nibble++)
        {
            for (var value = 0UL; value < 16; value++)
            {
                var differ = (value ^ soft.Signs.Coarse >> 4 * nibble) & 15;
                var (once, twice) = (soft.Once.Coarse >> 4 * nibble, soft.Twice.Coarse >> 4 * nibble);
                tables[nibble * 16 + (int)value] = (byte)(BitOperations.PopCount(differ & once) + 2 * BitOperations.PopCount(differ & twice));
            }
        }
    }

    /// <summary>Which codes of a block are no farther away than a limit: a bit each.</summary>
    /// <param name="block">Number of the block.</param>
    /// <param name="tables">From <see cref="Tables"/>.</param>
    /// <param name="limit">The greatest distance.</param>
    public ulong Near(int block, ReadOnlySpan<byte> tables, byte limit)
    {
        ref var bytes = ref _bytes[block * Codes * Bytes];
        ref var table = ref MemoryMarshal.GetReference(tables);
        if (Avx512BW.IsSupported)
        {
            var low = Vector512.Create((byte)15);
            var sum = Vector512<byte>.Zero;
            for (nuint b = 0; b < Bytes; b++)
            {
                var code = Vector512.LoadUnsafe(ref bytes, b * Codes);
                var first = Vector512.Create(Vector256.Create(Vector128.LoadUnsafe(ref table, 32 * b)));
                var second = Vector512.Create(Vector256.Create(Vector128.LoadUnsafe(ref table, 32 * b + 16)));
                sum += Avx512BW.Shuffle(first, code & low);
                sum += Avx512BW.Shuffle(second, (code.AsUInt16() >> 4).AsByte() & low);
            }

            return Vector512.LessThanOrEqual(sum, Vector512.Create(limit)).ExtractMostSignificantBits();
        }

        var near = 0UL;
        for (nuint part = 0; part < Codes; part += 16)
        {
            var low = Vector128.Create((byte)15);
            var sum = Vector128<byte>.Zero;
            for (nuint b = 0; b < Bytes; b++)
            {
                var code = Vector128.LoadUnsafe(ref bytes, b * Codes + part);
                sum += Vector128.ShuffleNative(Vector128.LoadUnsafe(ref table, 32 * b), code & low);
                sum += Vector128.ShuffleNative(Vector128.LoadUnsafe(ref table, 32 * b + 16), (code.AsUInt16() >> 4).AsByte() & low);
            }

            near |= (ulong)Vector128.LessThanOrEqual(sum, Vector128.Create(limit)).ExtractMostSignificantBits() << (int)part;
        }

        return near;
    }
}
