namespace SoraFunctions.Models.Conversion;

/// <summary>A constant of a model of TensorFlow.js, decoded.</summary>
/// <param name="Shape">Its dimensions; none for a scalar.</param>
/// <param name="Values">Its elements, the last dimension closest together. Whole numbers up to 2^24 in size are exact.</param>
public sealed record Weight(long[] Shape, float[] Values)
{
    /// <summary>The elements as whole numbers: sizes, axes.</summary>
    public long[] Integers => [.. Values.Select(value => (long)value)];

    /// <summary>The same elements with the dimensions in another order.</summary>
    /// <param name="order">For each new dimension, which one it was.</param>
    public Weight Transpose(params int[] order)
    {
        var strides = new long[Shape.Length];
        var stride = 1L;
        for (var axis = Shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= Shape[axis];
        }
        var shape = order.Select(axis => Shape[axis]).ToArray();
        var values = new float[Values.Length];
        var index = new long[shape.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var from = 0L;
            for (var axis = 0; axis < order.Length; axis++)
                from += index[axis] * strides[order[axis]];
            values[i] = Values[from];
            for (var axis = shape.Length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--)
                index[axis] = 0;
        }
        return new(shape, values);
    }

    /// <summary>The same elements in the same order under other dimensions.</summary>
    /// <param name="shape">The dimensions; their product stays.</param>
    public Weight Reshape(params long[] shape) => new(shape, Values);
}
