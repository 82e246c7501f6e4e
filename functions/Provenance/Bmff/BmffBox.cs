namespace SoraFunctions.Provenance.Bmff;

/// <summary>
/// Where a box of an ISO base media file (ISO 14496-12) lies. Offsets and sizes in bytes from the start of the file.
/// </summary>
/// <param name="Offset">Where its header begins.</param>
/// <param name="Size">Whole size including the header, resolved where the file says "to the end".</param>
/// <param name="HeaderSize">8, or 16 with a 64-bit size. The extended type of a uuid box is not counted.</param>
/// <param name="Type">Four characters.</param>
/// <param name="UserType">The sixteen bytes of a uuid box's extended type; empty for other boxes.</param>
internal sealed record BmffBox(long Offset, long Size, int HeaderSize, string Type, ReadOnlyMemory<byte> UserType)
{
    public long End => Offset + Size;

    public bool IsC2pa => Type == "uuid" && UserType.Span.SequenceEqual(C2paBox.UserType);
}
