using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SoraFunctions.Models.Packages;

/// <summary>Carries numbers into and out of tensors, whatever type of element a graph wants.</summary>
public static class TensorValues
{
    /// <summary>A tensor of a graph's own element type.</summary>
    /// <param name="type">The type that the graph wants.</param>
    /// <param name="values">The numbers; rounded to whole ones where the type is.</param>
    /// <param name="shape">The dimensions; empty for a single number.</param>
    /// <returns>The tensor; the caller disposes it.</returns>
    /// <exception cref="NotSupportedException">The type is not one that numbers can be carried into.</exception>
    public static OrtValue Create(TensorElementType type, ReadOnlySpan<float> values, params long[] shape)
    {
        if (shape.Aggregate(1L, (product, length) => product * length) != values.Length)
            throw new ArgumentException($"{values.Length} numbers do not fill [{string.Join(", ", shape)}]", nameof(values));
        return type switch
        {
            TensorElementType.Float => OrtValue.CreateTensorValueFromMemory(values.ToArray(), shape),
            TensorElementType.Float16 => Convert(values, shape, value => (Float16)value),
            TensorElementType.BFloat16 => Convert(values, shape, value => (BFloat16)value),
            TensorElementType.Double => Convert(values, shape, value => (double)value),
            TensorElementType.Int64 => Convert(values, shape, value => (long)MathF.Round(value)),
            TensorElementType.Int32 => Convert(values, shape, value => (int)MathF.Round(value)),
            TensorElementType.Bool => Convert(values, shape, value => value != 0),
            _ => throw new NotSupportedException($"numbers cannot be carried into a tensor of {type}"),
        };
    }

    /// <summary>A tensor of token ids or a mask.</summary>
    /// <inheritdoc cref="Create(TensorElementType, ReadOnlySpan{float}, long[])"/>
    public static OrtValue Create(TensorElementType type, ReadOnlySpan<long> values, params long[] shape)
    {
        // Exact as floats: ids are below 2^24.
        if (type != TensorElementType.Int64)
            return Create(type, values.ToArray().Select(value => (float)value).ToArray(), shape);
        return OrtValue.CreateTensorValueFromMemory(values.ToArray(), shape);
    }

    /// <summary>
    /// A timestep for each sample of a batch in the rank that the graph wants: a single number, one a sample, or one a token.
    /// </summary>
    /// <param name="type">The type that the graph wants.</param>
    /// <param name="rank">The rank that the graph wants: 0, 1 or 2.</param>
    /// <param name="timestep">The timestep.</param>
    /// <param name="batch">How many samples.</param>
    /// <param name="tokens">How many tokens a sample has.</param>
    public static OrtValue Timestep(TensorElementType type, int rank, float timestep, int batch, int tokens)
    {
        long[] shape = rank switch { 0 => [], 1 => [batch], _ => [batch, tokens] };
        var values = new float[shape.Aggregate(1L, (product, length) => product * length)];
        values.AsSpan().Fill(timestep);
        return Create(type, values, shape);
    }

    /// <summary>The numbers of a tensor of floats of any width.</summary>
    /// <exception cref="NotSupportedException">It does not hold floats.</exception>
    public static float[] Read(OrtValue tensor) => tensor.GetTensorTypeAndShape().ElementDataType switch
    {
        TensorElementType.Float => tensor.GetTensorDataAsSpan<float>().ToArray(),
        TensorElementType.Float16 => Convert<Float16>(tensor, value => (float)value),
        TensorElementType.BFloat16 => Convert<BFloat16>(tensor, value => (float)value),
        TensorElementType.Double => Convert<double>(tensor, value => (float)value),
        var type => throw new NotSupportedException($"a tensor of {type} holds no floats"),
    };

    private static OrtValue Convert<T>(ReadOnlySpan<float> values, long[] shape, Func<float, T> convert) where T : unmanaged
    {
        var converted = new T[values.Length];
        for (var i = 0; i < converted.Length; i++)
            converted[i] = convert(values[i]);
        return OrtValue.CreateTensorValueFromMemory(converted, shape);
    }

    private static float[] Convert<T>(OrtValue tensor, Func<T, float> convert) where T : unmanaged
    {
        var values = tensor.GetTensorDataAsSpan<T>();
        var converted = new float[values.Length];
        for (var i = 0; i < converted.Length; i++)
            converted[i] = convert(values[i]);
        return converted;
    }
}
