using SoraFunctions.Provenance.Carriers;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Provenance.Stamping;

/// <summary>
/// Puts a signed C2PA manifest into a file: MP4 (flat or fragmented), JPEG, PNG, WebP, GIF or WAV. Stamp last: any later change of the
/// file breaks the binding.
/// </summary>
public static class ProvenanceStamp
{
    /// <summary>
    /// Copies a file with a manifest in it. A manifest that is already there is replaced. One pass over the file; memory holds its index
    /// and the manifest, never the media. The pictures and sounds of the copy are those of the source: of an MP4 file the chunk offsets
    /// are set right.
    /// </summary>
    /// <param name="source">The finished file; readable and seekable.</param>
    /// <param name="destination">Where the stamped file goes; writable and seekable. Written from its start and cut to
    /// length.</param>
    /// <param name="definition">What the manifest says.</param>
    /// <param name="identity">Who signs it.</param>
    /// <param name="cancellationToken">Ends the copying; the destination is then incomplete.</param>
    /// <exception cref="InvalidDataException">The source is no file that can be stamped.</exception>
    /// <exception cref="ArgumentException">The definition breaks a rule of C2PA; the message names the
    /// field.</exception>
    public static StampedManifest Stamp(
        Stream source,
        Stream destination,
        ManifestDefinition definition,
        SigningIdentity identity,
        CancellationToken cancellationToken = default)
    {
        DefinitionRules.Check(definition);
        var composer = new ManifestComposer(definition, identity);
        var carrier = CarrierFormat.Open(source, out var foreign)
            ?? throw new InvalidDataException($"This is {foreign}, which cannot be stamped; {CarrierFormat.Names} can.");
        destination.Position = 0;
        destination.SetLength(0);
        return carrier is IDataCarrier picture
            ? DataStamp.Stamp(source, destination, picture, composer, cancellationToken)
            : BmffStamp.Stamp(source, destination, composer, cancellationToken);
    }
}
