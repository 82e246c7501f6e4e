namespace SoraFunctions.Provenance.Carriers;

/// <summary>A part of a picture under the name that box hashes know it by (C2PA 2.2 annex A.7).</summary>
/// <param name="Name">Such as APP0, IHDR or C2PA.</param>
/// <param name="Offset">First byte.</param>
/// <param name="End">First byte after it.</param>
internal readonly record struct NamedBox(string Name, long Offset, long End)
{
    /// <summary>The part that holds the manifest.</summary>
    public const string Manifest = "C2PA";
}
