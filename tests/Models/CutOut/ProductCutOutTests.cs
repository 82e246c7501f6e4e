using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.CutOut;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Pictures;
using SoraFunctions.Models.Sessions;
using SoraFunctions.Models.Tests.Pictures;

namespace SoraFunctions.Models.Tests.CutOut;

/// <summary>The slot, with a tiny model that takes what is bright for the product.</summary>
public sealed class ProductCutOutTests : IDisposable
{
    private const int Size = 64;

    private readonly TemporaryFolder _folder = new();
    private readonly SessionPool _pool = new(new() { Providers = [ExecutionProvider.Cpu] }, long.MaxValue);

    public void Dispose()
    {
        _pool.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("""{"size":64,"result":"alpha"}""")]
    [InlineData("""{"size":64,"mean":[0.5,0.5,0.5],"deviation":[0.02,0.02,0.02],"result":"logits","output":"y"}""")]
    public void A_mounted_model_is_used_as_its_contract_says(string contract)
    {
        Mount(contract);
        var matte = Cut(WhiteSquare(160, 96)).Matte!;
        Assert.Equal((160, 96), (matte.Width, matte.Height));
        byte At(int x, int y) => matte.Alpha[y * 160 + x];
        Assert.InRange(At(80, 48), 250, 255);
        Assert.InRange(At(10, 10), 0, 5);
        // The edge of the square lies at x = 40; the matte has 64 points across, and its edge follows the picture all the same.
        Assert.InRange(At(38, 48), 0, 20);
        Assert.InRange(At(42, 48), 235, 255);
    }

    [Fact]
    public void Without_a_mounted_model_it_says_so() =>
        Assert.Contains("no matting model is mounted", Cut(WhiteSquare(8, 8)).Problem);

    [Theory]
    [InlineData("""{"size":64}""", "is no contract of a matting model")]
    [InlineData("""{"size":64,"result":"mask"}""", "it must be \"alpha\" or \"logits\"")]
    [InlineData("""{"size":64,"mean":[1],"result":"alpha"}""", "mean has 1 numbers and needs 3")]
    [InlineData("""{"size":64,"result":"alpha","output":"z"}""", "z")]
    public void What_is_wrong_with_a_mounted_model_is_said(string contract, string problem)
    {
        Mount(contract);
        var result = Cut(WhiteSquare(8, 8));
        Assert.Null(result.Matte);
        Assert.StartsWith("the mounted matting model cannot be used", result.Problem);
        Assert.Contains(problem, result.Problem);
    }

    private CutOutResult Cut(RgbPicture picture) => new ProductCutOut(new(new(_folder.File(""), null), _pool)).Cut(picture.View);

    private void Mount(string contract)
    {
        var folder = Directory.CreateDirectory(_folder.File(ProductCutOut.Slot)).FullName;
        File.WriteAllText(Path.Combine(folder, "model.json"), contract);
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), new OnnxGraph()
            .Input("x", TensorElementType.Float, 1, 3, Size, Size)
            .Output("y", TensorElementType.Float, 1, 1, Size, Size)
            .Node("ReduceMean", ["x"], ["y"], ("axes", new[] { 1 }), ("keepdims", 1))
            .Model(13));
    }

    private static RgbPicture WhiteSquare(int width, int height)
    {
        var pixels = new byte[3 * width * height];
        for (var y = height / 4; y < height * 3 / 4; y++)
            pixels.AsSpan(3 * (y * width + width / 4), 3 * width / 2).Fill(255);
        return new(width, height, pixels);
    }
}
