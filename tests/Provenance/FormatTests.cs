using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Provenance.Tests;

public class FormatTests
{
    [Fact]
    public void Every_cbor_document_reads_back_as_itself() =>
        Prop.ForAll(Item(4).ToArbitrary(), item =>
        {
            var bytes = CborEncoder.Encode(item);
            return bytes.AsSpan().SequenceEqual(CborEncoder.Encode(CborDecoder.Decode(bytes)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>Examples of RFC 8949, appendix A.</summary>
    [Theory]
    [InlineData("00")]
    [InlineData("1818")]
    [InlineData("1bffffffffffffffff")]
    [InlineData("3bffffffffffffffff")]
    [InlineData("3903e7")]
    [InlineData("fb3ff199999999999a")]
    [InlineData("f4")]
    [InlineData("f6")]
    [InlineData("f7")]
    [InlineData("c074323031332d30332d32315432303a30343a30305a")]
    [InlineData("4401020304")]
    [InlineData("62c3bc")]
    [InlineData("8301820203820405")]
    [InlineData("a201020304")]
    [InlineData("826161a161626163")]
    public void The_examples_of_the_standard_are_written_as_they_were_read(string hex) =>
        Assert.Equal(hex, Convert.ToHexStringLower(CborEncoder.Encode(CborDecoder.Decode(Convert.FromHexString(hex)))));

    [Fact]
    public void Indefinite_lengths_are_read_too() =>
        Assert.Equal("8201820203", Convert.ToHexStringLower(CborEncoder.Encode(CborDecoder.Decode(Convert.FromHexString("9f01820203ff")))));

    [Fact]
    public void Every_superbox_reads_back_as_itself()
    {
        var label = Gen.Elements("a", "c2pa.actions.v2", "urn:c2pa:1", "标签");
        var content = ArbMap.Default.ArbFor<byte[]>().Generator;
        var boxes = from name in label from bytes in content.NonEmptyListOf() select (name, bytes);
        Prop.ForAll(boxes.ToArbitrary(), one =>
        {
            var inner = one.bytes.Select(bytes => (ReadOnlyMemory<byte>)JumbfWriter.SuperBox(JumbfType.Cbor, one.name, JumbfWriter.Box("cbor", bytes))).ToList();
            var read = JumbfReader.Read(JumbfWriter.SuperBox(JumbfType.Assertions, one.name, inner));
            Assert.True(read.Is(JumbfType.Assertions));
            Assert.Equal(one.name, read.Label);
            Assert.Equal(one.bytes, read.Children.Select(child => child.Content("cbor")!.Value.ToArray()));
            Assert.Equal(inner.Select(box => box.ToArray()), read.Children.Select(child => child.Raw.ToArray()));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_salt_and_what_else_a_description_may_hold_are_read()
    {
        byte[] description = [.. JumbfType.Cbor, 0x1F, .. "x\0"u8, 1, 2, 3, 4, .. new byte[32], .. JumbfWriter.Box("c2sh", new byte[16])];
        Assert.Equal("x", JumbfReader.Read(JumbfWriter.Box("jumb", JumbfWriter.Box("jumd", description))).Label);
    }

    [Theory]
    [InlineData("self#jumbf=c2pa.assertions/a", "m/c2pa.assertions/a")]
    [InlineData("self#jumbf=/c2pa/other/c2pa.signature", "other/c2pa.signature")]
    [InlineData("self#jumbf=c2pa/other/c2pa.claim", "other/c2pa.claim")]
    [InlineData("self#jumbf=../other", null)]
    [InlineData("self#jumbf=/c2pa/../other", null)]
    [InlineData("self#jumbf=/elsewhere", null)]
    [InlineData("self#jumbf=", null)]
    [InlineData("https://example.com/manifest", null)]
    public void An_address_leads_to_a_box_of_the_store_or_nowhere(string url, string? path) =>
        Assert.Equal(path, JumbfUri.Resolve(url, "m") is { } labels ? string.Join('/', labels) : null);

    [Fact]
    public void What_is_signed_is_the_signature_structure_of_cose() =>
        Assert.Equal(
            "846a5369676e61747572653143a10126404401020304",
            Convert.ToHexStringLower(CoseSign1.ToBeSigned(new byte[] { 0xA1, 1, 0x26 }, new byte[] { 1, 2, 3, 4 })));

    private static Gen<CborItem> Item(int depth)
    {
        var text = ArbMap.Default.ArbFor<NonNull<string>>().Generator
            .Select(one => (CborItem)string.Concat(one.Get.Where(c => !char.IsSurrogate(c))));
        var leaf = Gen.OneOf(
            text,
            ArbMap.Default.ArbFor<long>().Generator.Select(one => (CborItem)one),
            ArbMap.Default.ArbFor<byte[]>().Generator.Select(one => (CborItem)one),
            ArbMap.Default.ArbFor<double>().Generator.Select(one => (CborItem)new CborFloat(one)),
            ArbMap.Default.ArbFor<bool>().Generator.Select(one => (CborItem)one),
            Gen.Constant((CborItem)new CborNull()));
        if (depth == 0)
            return leaf;
        var inner = Item(depth - 1);
        var array = inner.ListOf().Select(items => (CborItem)new CborArray((IReadOnlyList<CborItem>)items.Take(6).ToList()));
        var map = from keys in text.ListOf()
                  from values in inner.ListOf()
                  select (CborItem)new CborMap([.. keys.Distinct().Take(6).Zip(values, KeyValuePair.Create)]);
        return Gen.OneOf(leaf, array, map, inner.Select(item => (CborItem)new CborTagged(24, item)));
    }
}
