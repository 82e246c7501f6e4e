using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Sessions;
using SoraFunctions.Models.Tests.Sessions;

namespace SoraFunctions.Models.Tests.Packages;

public sealed class HostTensorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModelSession _session;

    public HostTensorTests()
    {
        File.WriteAllBytes(_folder.File("model.onnx"), SmallModels.Affine(2).Model(17));
        _session = ModelSession.Open(_folder.File("model.onnx"), new());
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(TensorElementType.Float, 0)]
    [InlineData(TensorElementType.Double, 0)]
    [InlineData(TensorElementType.Float16, 1e-3)]
    [InlineData(TensorElementType.BFloat16, 8e-3)]
    public void Floats_of_any_width_come_back(TensorElementType type, double tolerance)
    {
        using var tensor = new HostTensor(_session, type, 2, 3);
        float[] values = [0, -1.25f, 3.14159f, 1000.5f, -65000, 6e-3f];
        tensor.Write(values.AsSpan(0, 2));
        tensor.Write(values.AsSpan(2), 2);
        var (all, last) = (new float[6], new float[2]);
        tensor.Read(all);
        tensor.Read(last, 4);
        Assert.Equal(6, tensor.Length);
        Assert.Equal(all[4..], last);
        for (var i = 0; i < 6; i++)
            Assert.Equal(values[i], all[i], Math.Abs(values[i]) * tolerance);
    }

    [Theory]
    [InlineData(TensorElementType.Int64)]
    [InlineData(TensorElementType.Int32)]
    [InlineData(TensorElementType.Bool)]
    public void Whole_numbers_are_what_values_creates(TensorElementType type)
    {
        float[] values = [0, 1, 1, 0];
        using var tensor = new HostTensor(_session, type, 4);
        tensor.Write(values);
        using var created = TensorValues.Create(type, values, 4);
        Assert.Equal(created.GetTensorMutableRawData().ToArray(), tensor.Value.GetTensorMutableRawData().ToArray());
        Assert.Throws<NotSupportedException>(() => tensor.Read(new float[4]));
    }

    [Fact]
    public void A_bound_session_runs_again_on_what_has_been_written_anew()
    {
        using var x = new HostTensor(_session, TensorElementType.Float, 1, 3);
        using var y = new HostTensor(_session, TensorElementType.Float, 1, 3);
        using var binding = _session.Bind();
        binding.Output("y", y.Value);
        var result = new float[3];
        foreach (var value in new[] { 1f, 5f, -2f })
        {
            x.Write([value, 0, 1]);
            binding.Input("x", x.Value);
            binding.Run(CancellationToken.None);
            y.Read(result);
            Assert.Equal([2 * value + 1, 1, 3], result);
        }
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => binding.Run(cancelled.Token));
    }
}
