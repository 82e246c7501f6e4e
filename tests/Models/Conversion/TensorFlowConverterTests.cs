using FsCheck;
using FsCheck.Fluent;
using Microsoft.ML.OnnxRuntime;
using SoraFunctions.Models.Conversion;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Tests.Conversion;

public sealed class TensorFlowConverterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_convolution_of_any_size_stride_and_padding_is_TensorFlows()
    {
        var cases = from height in Gen.Choose(3, 9)
                    from width in Gen.Choose(3, 9)
                    from size in Gen.Choose(1, 3)
                    from stride in Gen.Choose(1, 3)
                    from same in Gen.Elements(true, false)
                    from seed in Gen.Choose(0, int.MaxValue)
                    select (height, width, size, stride, same, seed);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var chance = new Random(one.seed);
            float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => chance.NextSingle() - 0.5f)];
            var (picture, kernel) = (Numbers(one.height * one.width * 2), Numbers(one.size * one.size * 2 * 3));
            var model = new SmallTensorFlow().Input("x", 1, -1, -1, 2).Constant("k", [one.size, one.size, 2, 3], kernel)
                .Node("Conv2D", "y", ["x", "k:0"], SmallTensorFlow.Window(one.same, one.stride));
            var expected = Convolution(picture, one.height, one.width, kernel, one.size, one.stride, one.same);
            var actual = Run(model, "y", picture, 1, one.height, one.width, 2);
            Assert.Equal(expected.Length, actual.Length);
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        }));
    }

    [Fact]
    public void What_the_wanted_results_do_not_need_is_left_out()
    {
        var model = new SmallTensorFlow().Input("x", -1, 2).Node("Relu", "y", ["x"], new { }).Node("NoSuchThing", "z", ["y"], new { });
        Assert.Equal([0, 3], Run(model, "y", [-1, 3], 1, 2));
    }

    [Theory]
    [InlineData("NoSuchThing", "NHWC", "model.json cannot be converted: the operator NoSuchThing of y is not known")]
    [InlineData("Conv2D", "NCHW", "model.json cannot be converted: y has tensors in the order NCHW; NHWC alone is supported")]
    public void What_is_not_known_is_refused_by_name(string operation, string layout, string message)
    {
        var model = new SmallTensorFlow().Input("x", 1, -1, -1, 1).Constant("k", [1, 1, 1, 1], 1)
            .Node(operation, "y", ["x", "k"], SmallTensorFlow.Window(true, 1, layout)).Read(_folder, "y");
        Assert.Equal(message, Assert.Throws<ConversionException>(() => TensorFlowConverter.Convert(model)).Message);
    }

    [Fact]
    public void A_graph_that_needs_its_own_result_is_refused()
    {
        var model = new SmallTensorFlow().Node("Relu", "y", ["z"], new { }).Node("Relu", "z", ["y"], new { }).Read(_folder, "y");
        Assert.Contains("needs its own result", Assert.Throws<ConversionException>(() => TensorFlowConverter.Convert(model)).Message);
    }

    [Fact]
    public void A_missing_file_of_weights_is_named()
    {
        new SmallTensorFlow().Input("x", 1).Read(_folder, "x");
        File.Delete(_folder.File("weights.bin"));
        Assert.Contains("weights.bin", Assert.Throws<ConversionException>(() => TensorFlowModel.Read(_folder.File("model.json"))).Message);
    }

    private float[] Run(SmallTensorFlow small, string output, float[] x, params long[] shape)
    {
        var path = _folder.File($"{Guid.NewGuid():N}.onnx");
        File.WriteAllBytes(path, TensorFlowConverter.Convert(small.Read(_folder, output)));
        using var session = ModelSession.Open(path, new() { Providers = [ExecutionProvider.Cpu] });
        using var input = OrtValue.CreateTensorValueFromMemory(x, shape);
        using var results = session.Run(new Dictionary<string, OrtValue> { ["x"] = input });
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    // TensorFlow's definition: SAME gives ceil(length / stride) points and puts the odd pixel of padding at the end.
    private static float[] Convolution(float[] x, int height, int width, float[] kernel, int size, int stride, bool same)
    {
        (int Count, int Before) Along(int length) => same
            ? ((length + stride - 1) / stride, Math.Max(0, ((length + stride - 1) / stride - 1) * stride + size - length) / 2)
            : ((length - size) / stride + 1, 0);
        var ((rows, top), (columns, left)) = (Along(height), Along(width));
        var y = new List<float>();
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                for (var to = 0; to < 3; to++)
                {
                    var sum = 0f;
                    for (var i = 0; i < size; i++)
                        for (var j = 0; j < size; j++)
                        {
                            var (v, u) = (row * stride - top + i, column * stride - left + j);
                            if (v >= 0 && v < height && u >= 0 && u < width)
                                for (var from = 0; from < 2; from++)
                                    sum += x[(v * width + u) * 2 + from] * kernel[((i * size + j) * 2 + from) * 3 + to];
                        }
                    y.Add(sum);
                }
        return [.. y];
    }
}
