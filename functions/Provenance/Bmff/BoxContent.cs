namespace SoraFunctions.Provenance.Bmff;

/// <summary>Where the inner boxes of a box begin.</summary>
internal static class BoxContent
{
    /// <summary>Bytes from the start of the box to its first inner box.</summary>
    public static int Start(Stream file, BmffBox box)
    {
        if (box.Type != "meta" || box.Size < box.HeaderSize + 8)
            return box.HeaderSize;
        // ISO writes version and flags before the inner boxes of meta, QuickTime does not.
        Span<byte> head = stackalloc byte[8];
        file.Position = box.Offset + box.HeaderSize;
        file.ReadExactly(head);
        return head[4..].SequenceEqual("hdlr"u8) ? box.HeaderSize : box.HeaderSize + 4;
    }
}
