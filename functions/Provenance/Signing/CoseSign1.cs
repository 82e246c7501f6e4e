using SoraFunctions.Provenance.Cbor;

namespace SoraFunctions.Provenance.Signing;

/// <summary>A COSE_Sign1 structure with a detached payload (RFC 9052 section 4.2).</summary>
internal sealed record CoseSign1(
    ReadOnlyMemory<byte> ProtectedBytes, CborMap Protected, CborMap Unprotected, ReadOnlyMemory<byte> Signature)
{
    private const ulong Tag = 18;
    private const long AlgorithmHeader = 1;
    private const long ChainHeader = 33;

    public SigningAlgorithm? Algorithm => Protected[AlgorithmHeader] is CborInteger id ? SigningAlgorithm.FromCose(id.Value) : null;

    /// <summary>Certificates in DER, leaf first; empty when the protected header has none.</summary>
    /// <param name="allowUnprotected">Look into the unprotected header too, where version 1 claims kept them.</param>
    public IReadOnlyList<ReadOnlyMemory<byte>> Chain(bool allowUnprotected)
    {
        var item = Protected[ChainHeader];
        if (item is null && allowUnprotected)
            item = Protected["x5chain"] ?? Unprotected[ChainHeader] ?? Unprotected["x5chain"];
        return item switch
        {
            CborBytes single => [single.Value],
            CborArray { Items: var several } when several.All(one => one is CborBytes) =>
                [.. several.Cast<CborBytes>().Select(one => one.Value)],
            _ => [],
        };
    }

    public static byte[] ProtectedHeader(SigningAlgorithm algorithm, IReadOnlyList<byte[]> chain) =>
        CborEncoder.Encode(CborMap.Of(
            (AlgorithmHeader, algorithm.CoseId),
            (ChainHeader, chain.Count == 1 ? chain[0] : new CborArray([.. chain.Select(der => (CborItem)der)]))));

    /// <summary>What is signed: the context, the protected header, no external data, the payload.</summary>
    public static byte[] ToBeSigned(ReadOnlyMemory<byte> protectedBytes, ReadOnlyMemory<byte> payload) =>
        CborEncoder.Encode(new CborArray("Signature1", protectedBytes, Array.Empty<byte>(), payload));

    /// <summary>What a time-stamp attests.</summary>
    public static byte[] CounterSigned(ReadOnlyMemory<byte> protectedBytes, ReadOnlyMemory<byte> payload) =>
        CborEncoder.Encode(new CborArray("CounterSignature", protectedBytes, Array.Empty<byte>(), payload));

    public static byte[] Encode(byte[] protectedBytes, CborMap unprotected, byte[] signature) =>
        CborEncoder.Encode(new CborTagged(Tag, new CborArray(protectedBytes, unprotected, new CborNull(), signature)));

    /// <exception cref="InvalidDataException">Not a tagged COSE_Sign1 with a detached payload.</exception>
    public static CoseSign1 Parse(ReadOnlyMemory<byte> bytes) =>
        CborDecoder.Decode(bytes) is CborTagged { Tag: Tag, Content: CborArray { Items: var items } }
            && items is [CborBytes header, CborMap loose, CborNull, CborBytes signature]
            ? new CoseSign1(header.Value, CborDecoder.DecodeMap(header.Value), loose, signature.Value)
            : throw new InvalidDataException("The signature is not a tagged COSE_Sign1 with a detached payload.");
}
