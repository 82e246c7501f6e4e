using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Models.Conversion;

namespace SoraFunctions.Models.Tests.Conversion;

public class WeightTests
{
    [Fact]
    public void Transposing_moves_each_element_with_its_indices()
    {
        var weight = new Weight([2, 3], [1, 2, 3, 4, 5, 6]).Transpose(1, 0);
        Assert.Equal([3, 2], weight.Shape);
        Assert.Equal([1, 4, 2, 5, 3, 6], weight.Values);
    }

    [Fact]
    public void Transposing_there_and_back_changes_nothing()
    {
        var cases = from order in Gen.Shuffle([0, 1, 2, 3])
                    from shape in Gen.ArrayOf(Gen.Choose(1, 4), 4)
                    select (order, shape.Select(length => (long)length).ToArray());
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var (order, shape) = one;
            var weight = new Weight(shape, [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(i => (float)i)]);
            var back = weight.Transpose(order).Transpose([.. Enumerable.Range(0, 4).Select(axis => Array.IndexOf(order, axis))]);
            Assert.Equal(weight.Shape, back.Shape);
            Assert.Equal(weight.Values, back.Values);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("""{"name":"w","shape":[2],"dtype":"float32"}""", new byte[] { 0, 0, 128, 63, 0, 0, 0, 192 }, new[] { 1f, -2f })]
    [InlineData("""{"name":"w","shape":[],"dtype":"int32"}""", new byte[] { 254, 255, 255, 255 }, new[] { -2f })]
    [InlineData("""{"name":"w","shape":[2],"dtype":"float32","quantization":{"dtype":"float16"}}""", new byte[] { 0, 60, 0, 192 }, new[] { 1f, -2f })]
    [InlineData("""{"name":"w","shape":[2],"dtype":"float32","quantization":{"dtype":"uint8","scale":0.5,"min":-1}}""", new byte[] { 0, 255 }, new[] { -1f, 126.5f })]
    [InlineData("""{"name":"w","shape":[1],"dtype":"float32","quantization":{"dtype":"uint16","scale":2,"min":1}}""", new byte[] { 1, 1 }, new[] { 515f })]
    public void Weights_are_decoded_from_every_form(string entry, byte[] bytes, float[] values) =>
        Assert.Equal(values, WeightsManifest.Read(Manifest(entry), _ => bytes)["w"].Values);

    [Fact]
    public void Weights_that_lie_in_several_files_are_joined()
    {
        var manifest = JsonDocument.Parse("""
            [{"paths":["a","b"],"weights":[{"name":"v","shape":[1],"dtype":"float32"},{"name":"w","shape":[1],"dtype":"float32"}]}]
            """).RootElement;
        var weights = WeightsManifest.Read(manifest, file => file == "a" ? [0, 0, 128, 63, 0, 0] : [0, 64]);
        Assert.Equal((1, 2), (weights["v"].Values[0], weights["w"].Values[0]));
    }

    [Theory]
    [InlineData("""{"name":"w","shape":[3],"dtype":"float32"}""", "the files of weights end within w")]
    [InlineData("""{"name":"w","shape":[1],"dtype":"complex64"}""", "the weight w is of type complex64, which is not known")]
    public void Weights_that_cannot_be_read_are_named(string entry, string message) =>
        Assert.Equal(message, Assert.Throws<ConversionException>(() => WeightsManifest.Read(Manifest(entry), _ => new byte[8])).Message);

    private static JsonElement Manifest(string entry) =>
        JsonDocument.Parse("""[{"paths":["weights.bin"],"weights":[""" + entry + "]}]").RootElement;
}
