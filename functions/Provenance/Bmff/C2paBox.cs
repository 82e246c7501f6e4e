using System.Buffers.Binary;
using System.Text;

namespace SoraFunctions.Provenance.Bmff;

/// <summary>The uuid box that carries a manifest store in an MP4 file (C2PA 2.2, A.5.1).</summary>
/// <param name="Purpose">"manifest" for the one box we write; "original", "update" and "merkle" exist too.</param>
/// <param name="MerkleOffset">Where the first merkle box of a fragmented file lies; 0 when there is none.</param>
/// <param name="Data">What follows the purpose and the merkle offset: the store and its padding.</param>
internal sealed record C2paBox(string Purpose, ulong MerkleOffset, ReadOnlyMemory<byte> Data)
{
    public static readonly byte[] UserType = Convert.FromHexString("D8FEC3D61B0E483C92975828877EC481");

    /// <summary>Largest store read into memory, in bytes.</summary>
    public const int MaxSize = 32 << 20;

    private const int FullBoxFields = 4;
    private const int MerkleOffsetField = 8;
    private const int LongestPurpose = 32;

    /// <summary>The bytes that a box adds around its store.</summary>
    public static int Overhead => 8 + UserType.Length + FullBoxFields + "manifest\0".Length + MerkleOffsetField;

    /// <param name="store">The manifest store.</param>
    /// <param name="merkleOffset">Where the first merkle box of a fragmented file lies; 0 when there is none.</param>
    public static byte[] Write(ReadOnlySpan<byte> store, long merkleOffset = 0)
    {
        Span<byte> offset = stackalloc byte[MerkleOffsetField];
        BinaryPrimitives.WriteInt64BigEndian(offset, merkleOffset);
        return Write("manifest\0"u8, offset, store);
    }

    /// <summary>The box before a fragment, which tells its place in the tree.</summary>
    public static byte[] WriteMerkle(ReadOnlySpan<byte> place) => Write("merkle\0"u8, [], place);

    private static byte[] Write(ReadOnlySpan<byte> purpose, ReadOnlySpan<byte> fields, ReadOnlySpan<byte> data)
    {
        var box = new byte[8 + UserType.Length + FullBoxFields + purpose.Length + fields.Length + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        "uuid"u8.CopyTo(box.AsSpan(4));
        UserType.CopyTo(box.AsSpan(8));
        var rest = box.AsSpan(8 + UserType.Length + FullBoxFields);
        purpose.CopyTo(rest);
        fields.CopyTo(rest[purpose.Length..]);
        data.CopyTo(rest[(purpose.Length + fields.Length)..]);
        return box;
    }

    /// <exception cref="InvalidDataException">The box is too large or its purpose cannot be read.</exception>
    public static C2paBox Read(Stream file, BmffBox box)
    {
        if (box.Size > MaxSize)
            throw new InvalidDataException($"The C2PA box holds {box.Size} bytes; at most {MaxSize} are read.");
        var bytes = new byte[box.Size - box.HeaderSize - UserType.Length];
        file.Position = box.Offset + box.HeaderSize + UserType.Length;
        file.ReadExactly(bytes);
        var text = bytes.AsSpan(Math.Min(FullBoxFields, bytes.Length));
        var end = text[..Math.Min(LongestPurpose, text.Length)].IndexOf((byte)0);
        if (end < 0 || bytes.Length < FullBoxFields + end + 1 + MerkleOffsetField)
            throw new InvalidDataException("The C2PA box has no readable purpose.");
        if (bytes.AsSpan(0, FullBoxFields).ContainsAnyExcept((byte)0))
            throw new InvalidDataException("The C2PA box has an unknown version or flags.");
        var purpose = Encoding.Latin1.GetString(text[..end]);
        var rest = bytes.AsMemory(FullBoxFields + end + 1);
        return purpose == "merkle"
            ? new C2paBox(purpose, 0, rest)
            : new C2paBox(purpose, BinaryPrimitives.ReadUInt64BigEndian(rest.Span), rest[MerkleOffsetField..]);
    }
}
