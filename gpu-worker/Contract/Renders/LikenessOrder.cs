namespace SoraFunctions.Contract.Renders;

/// <summary>Whose likeness is taken.</summary>
/// <param name="Video">SHA-256 of an MP4 file of at most <see cref="MostSeconds"/> seconds.</param>
public sealed record LikenessOrder(string Video)
{
    /// <summary>The longest file that is looked through, in seconds.</summary>
    public const int MostSeconds = 20;
}
