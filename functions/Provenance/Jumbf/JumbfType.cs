namespace SoraFunctions.Provenance.Jumbf;

/// <summary>The type UUIDs of JUMBF boxes that C2PA uses (ISO 19566-5; C2PA 2.2 section 11.1).</summary>
internal static class JumbfType
{
    public static readonly byte[] Store = FromPrefix("c2pa"u8);
    public static readonly byte[] Manifest = FromPrefix("c2ma"u8);
    public static readonly byte[] UpdateManifest = FromPrefix("c2um"u8);
    public static readonly byte[] CompressedManifest = FromPrefix("c2cm"u8);
    public static readonly byte[] Assertions = FromPrefix("c2as"u8);
    public static readonly byte[] Claim = FromPrefix("c2cl"u8);
    public static readonly byte[] Signature = FromPrefix("c2cs"u8);
    public static readonly byte[] Credentials = FromPrefix("c2vc"u8);
    public static readonly byte[] DataBoxes = FromPrefix("c2db"u8);
    public static readonly byte[] Cbor = FromPrefix("cbor"u8);
    public static readonly byte[] Json = FromPrefix("json"u8);
    public static readonly byte[] EmbeddedFile = Convert.FromHexString("40CB0C32BB8A489DA70B2AD6F47F4369");

    private static byte[] FromPrefix(ReadOnlySpan<byte> prefix) =>
        [.. prefix, 0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];
}
