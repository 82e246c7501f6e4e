using SoraFunctions.Provenance.Cbor;

namespace SoraFunctions.Provenance.Signing;

/// <summary>Makes the content of signature boxes: always of the same length, so that a draft tells where things will lie.</summary>
internal sealed class ClaimSigner(SigningIdentity identity)
{
    /// <summary>Room for a time-stamp with its authority's certificates, in bytes; seen are 3,000 to 7,000.</summary>
    private const int TimeStampRoom = 12 << 10;

    /// <summary>From this length to 65,535 a byte string has a head of three bytes.</summary>
    private const int LeastPad = 256;

    private readonly byte[] protectedHeader = CoseSign1.ProtectedHeader(identity.Algorithm, identity.Chain);

    /// <summary>Content of the final length with a signature of zeros.</summary>
    public byte[] Draft() => CoseSign1.Encode(protectedHeader, Padding(), new byte[identity.SignatureSize]);

    public byte[] Sign(byte[] claim, CancellationToken cancellationToken)
    {
        var signature = identity.Sign(CoseSign1.ToBeSigned(protectedHeader, claim));
        if (identity.TimeStamps is not { } authority)
            return CoseSign1.Encode(protectedHeader, CborMap.Of(), signature);
        var attested = CoseSign1.CounterSigned(protectedHeader, CborEncoder.Encode(signature));
        var token = authority.Attest(attested, cancellationToken);
        var tooLong = CoseSign1.Encode(protectedHeader, Stamped(token, TimeStampRoom), signature).Length - Draft().Length;
        var pad = TimeStampRoom - tooLong;
        return pad >= LeastPad
            ? CoseSign1.Encode(protectedHeader, Stamped(token, pad), signature)
            : throw new InvalidOperationException($"The time-stamp has {token.Length} bytes; there is room for {TimeStampRoom - LeastPad - 32}.");
    }

    private CborMap Padding() => CborMap.Of(("pad", identity.TimeStamps is null ? null : (CborItem)new byte[TimeStampRoom]));

    private static CborMap Stamped(byte[] token, int pad) => CborMap.Of(
        ("sigTst2", CborMap.Of(("tstTokens", new CborArray(CborMap.Of(("val", token)))))),
        ("pad", new byte[pad]));
}
