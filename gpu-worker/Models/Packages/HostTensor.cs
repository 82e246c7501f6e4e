using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Packages;

/// <summary>A tensor of a graph's own element type that numbers are written into and read from again and again, without allocating.</summary>
public sealed class HostTensor : IDisposable
{
    private readonly TensorElementType _type;

    /// <param name="session">The session that it is for.</param>
    /// <param name="type">The type that the graph wants; floats of any width, whole numbers or booleans.</param>
    /// <param name="shape">Its dimensions; empty for a single number.</param>
    public HostTensor(ModelSession session, TensorElementType type, params long[] shape)
    {
        _type = type;
        Value = session.Allocate(type, shape);
        Length = (int)shape.Aggregate(1L, (product, length) => checked(product * length));
    }

    /// <summary>The tensor itself.</summary>
    public OrtValue Value { get; }

    /// <summary>How many numbers it holds.</summary>
    public int Length { get; }

    /// <summary>Writes numbers; rounded to whole ones where the type is.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="start">Where the first goes.</param>
    /// <exception cref="NotSupportedException">The type is not one that numbers can be carried into.</exception>
    public void Write(ReadOnlySpan<float> values, int start = 0)
    {
        switch (_type)
        {
            case TensorElementType.Float:
                values.CopyTo(Elements<float>()[start..]);
                break;
            case TensorElementType.Float16:
                Convert(values, Elements<Half>()[start..], value => (Half)value);
                break;
            case TensorElementType.BFloat16:
                Convert(values, Elements<BFloat16>()[start..], value => (BFloat16)value);
                break;
            case TensorElementType.Double:
                Convert(values, Elements<double>()[start..], value => value);
                break;
            case TensorElementType.Int64:
                Convert(values, Elements<long>()[start..], value => (long)MathF.Round(value));
                break;
            case TensorElementType.Int32:
                Convert(values, Elements<int>()[start..], value => (int)MathF.Round(value));
                break;
            case TensorElementType.Bool:
                Convert(values, Elements<byte>()[start..], value => (byte)(value != 0 ? 1 : 0));
                break;
            default:
                throw new NotSupportedException($"numbers cannot be carried into a tensor of {_type}");
        }
    }

    /// <summary>Reads numbers from a tensor of floats of any width.</summary>
    /// <param name="values">To be filled.</param>
    /// <param name="start">Where the first is.</param>
    /// <exception cref="NotSupportedException">It does not hold floats.</exception>
    public void Read(Span<float> values, int start = 0)
    {
        switch (_type)
        {
            case TensorElementType.Float:
                Elements<float>().Slice(start, values.Length).CopyTo(values);
                break;
            case TensorElementType.Float16:
                Convert(Elements<Half>().Slice(start, values.Length), values, value => (float)value);
                break;
            case TensorElementType.BFloat16:
                Convert(Elements<BFloat16>().Slice(start, values.Length), values, value => (float)value);
                break;
            case TensorElementType.Double:
                Convert(Elements<double>().Slice(start, values.Length), values, value => (float)value);
                break;
            default:
                throw new NotSupportedException($"a tensor of {_type} holds no floats");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Value.Dispose();

    private Span<T> Elements<T>() where T : unmanaged => MemoryMarshal.Cast<byte, T>(Value.GetTensorMutableRawData());

    private static void Convert<TFrom, TTo>(ReadOnlySpan<TFrom> from, Span<TTo> to, Func<TFrom, TTo> convert)
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = convert(from[i]);
    }
}
