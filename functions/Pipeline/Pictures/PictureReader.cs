namespace SoraFunctions.Pipeline.Pictures;

/// <summary>Tells from bytes alone whether they are a whole picture that is taken. Decodes no pixel, so it is cheap and safe on hostile bytes.</summary>
public static class PictureReader
{
    /// <summary>Reads kind and size.</summary>
    /// <param name="bytes">All of the file.</param>
    /// <exception cref="InvalidDataException">It is no such picture; the message says what is accepted.</exception>
    public static PictureFacts Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > PictureLimits.LargestLength)
        {
            throw Refuse($"has {bytes.Length} bytes");
        }

        var facts = PngStructure.Read(bytes) ?? JpegStructure.Read(bytes) ?? WebpStructure.Read(bytes)
            ?? throw Refuse("is not a picture, or a broken one");
        return IsLegal(facts.Width) && IsLegal(facts.Height)
            ? facts
            : throw Refuse($"has {facts.Width} x {facts.Height} pixels");

        static bool IsLegal(int side) => side is >= PictureLimits.SmallestSide and <= PictureLimits.LargestSide;

        static InvalidDataException Refuse(string what) => new($"{what}; accepted is {PictureLimits.Accepted}");
    }
}
