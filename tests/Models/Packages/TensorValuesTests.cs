using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Packages;

namespace SoraFunctions.Models.Tests.Packages;

public class TensorValuesTests
{
    private static readonly float[] Numbers = [0, 1, -2.5f, 1000, 0.125f, -0.75f];

    [Theory]
    [InlineData(TensorElementType.Float)]
    [InlineData(TensorElementType.Float16)]
    [InlineData(TensorElementType.BFloat16)]
    [InlineData(TensorElementType.Double)]
    public void Floats_of_every_width_come_back(TensorElementType type)
    {
        using var tensor = TensorValues.Create(type, Numbers, 2, 3);
        Assert.Equal(type, tensor.GetTensorTypeAndShape().ElementDataType);
        Assert.Equal([2, 3], tensor.GetTensorTypeAndShape().Shape);
        Assert.Equal(Numbers, TensorValues.Read(tensor));
    }

    [Fact]
    public void Whole_numbers_are_rounded_and_ids_kept()
    {
        using var times = TensorValues.Create(TensorElementType.Int64, [999.6f], 1);
        Assert.Equal([1000L], times.GetTensorDataAsSpan<long>().ToArray());
        using var ids = TensorValues.Create(TensorElementType.Int32, [256383L, 1L], 1, 2);
        Assert.Equal([256383, 1], ids.GetTensorDataAsSpan<int>().ToArray());
        using var mask = TensorValues.Create(TensorElementType.Bool, [1L, 0L], 1, 2);
        Assert.Equal([true, false], mask.GetTensorDataAsSpan<bool>().ToArray());
    }

    [Fact]
    public void A_timestep_takes_the_rank_that_the_graph_wants()
    {
        for (var rank = 0; rank <= 2; rank++)
        {
            using var timestep = TensorValues.Timestep(TensorElementType.Float, rank, 750, 2, 3);
            Assert.Equal(((long[])[2, 3])[..rank], timestep.GetTensorTypeAndShape().Shape);
            Assert.All(TensorValues.Read(timestep), value => Assert.Equal(750, value));
        }
    }

    [Fact]
    public void Numbers_that_do_not_fill_the_shape_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TensorValues.Create(TensorElementType.Float, Numbers, 2, 2));
        Assert.Throws<NotSupportedException>(() => TensorValues.Create(TensorElementType.String, Numbers, 6));
    }
}
