using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Graphs;

namespace SoraFunctions.Models.Packages;

/// <summary>Which tensor of a graph is which.</summary>
/// <param name="Inputs">The inputs by their meaning.</param>
/// <param name="Output">The main output.</param>
public sealed record GraphBinding(IReadOnlyDictionary<TensorRole, TensorSpec> Inputs, TensorSpec Output)
{
    /// <summary>What a decoder remembers from one latent frame to the next: each input with the output that is its next value. Empty for none.</summary>
    public IReadOnlyList<(TensorSpec Input, string Output)> Caches { get; init; } = [];

    private static readonly TensorElementType[] Floats = [TensorElementType.Float, TensorElementType.Float16, TensorElementType.BFloat16, TensorElementType.Double];
    private static readonly TensorElementType[] Wholes = [TensorElementType.Int64, TensorElementType.Int32];

    /// <summary>Binds a graph by the names, ranks and types of its tensors.</summary>
    /// <param name="kind">What the part does.</param>
    /// <param name="inputs">The graph's inputs.</param>
    /// <param name="outputs">The graph's outputs; at least one.</param>
    /// <exception cref="NotSupportedException">A tensor is not known, lacking, or of a form that cannot be fed; the message names it.</exception>
    public static GraphBinding Of(PartKind kind, IReadOnlyList<TensorSpec> inputs, IReadOnlyList<TensorSpec> outputs)
    {
        var bound = new Dictionary<TensorRole, TensorSpec>();
        var caches = PairedCaches(kind, inputs, outputs);
        foreach (var input in inputs.Where(input => !TensorNames.IsCache(kind, input.Name)))
        {
            if (TensorNames.Input(kind, input.Name) is not { } role)
                throw new NotSupportedException($"its input {Show(input)} is not known");
            if (!bound.TryAdd(role, input))
                throw new NotSupportedException($"its inputs {bound[role].Name} and {input.Name} mean the same");
            Check(role, input);
        }
        foreach (var role in Required(kind).Where(role => !bound.ContainsKey(role)))
            throw new NotSupportedException($"it has no input for the {role} (its inputs: {string.Join(", ", inputs.Select(Show))})");
        var name = TensorNames.Output(kind, [.. outputs.Select(output => output.Name)]);
        return new(bound, outputs.First(output => output.Name == name)) { Caches = caches };
    }

    private static (TensorSpec Input, string Output)[] PairedCaches(PartKind kind, IReadOnlyList<TensorSpec> inputs, IReadOnlyList<TensorSpec> outputs)
    {
        TensorSpec[] taken = [.. inputs.Where(input => TensorNames.IsCache(kind, input.Name))];
        TensorSpec[] given = [.. outputs.Where(output => TensorNames.IsCache(kind, output.Name))];
        return taken.Length == given.Length ? [.. taken.Zip(given, (input, output) => (input, output.Name))]
            : throw new NotSupportedException($"it takes in {taken.Length} caches and gives out {given.Length}; each that comes in must go out again");
    }

    private static TensorRole[] Required(PartKind kind) => kind switch
    {
        PartKind.TextEncoder => [TensorRole.TokenIds],
        PartKind.Denoiser => [TensorRole.Sample, TensorRole.Timestep],
        _ => [TensorRole.Sample],
    };

    private static void Check(TensorRole role, TensorSpec input)
    {
        var (least, most) = Ranks(role);
        if (input.Rank < least || input.Rank > most)
            throw new NotSupportedException($"its input {Show(input)} has {input.Rank} dimensions; {(least == most ? least : $"{least} to {most}")} can be fed");
        TensorElementType[] types = role switch
        {
            TensorRole.TokenIds => Wholes,
            TensorRole.Sample or TensorRole.Text or TensorRole.PooledText or TensorRole.Image => Floats,
            TensorRole.TextMask or TensorRole.TokenMask => [.. Floats, .. Wholes, TensorElementType.Bool],
            _ => [.. Floats, .. Wholes],
        };
        if (!types.Contains(input.Type))
            throw new NotSupportedException($"its input {Show(input)} is of type {input.Type}; {string.Join(", ", types)} can be fed");
    }

    private static (int Least, int Most) Ranks(TensorRole role) => role switch
    {
        TensorRole.Sample => (3, 5),
        TensorRole.Text or TensorRole.Image => (3, 3),
        TensorRole.PooledText or TensorRole.TokenIds or TensorRole.TokenMask => (2, 2),
        TensorRole.TextMask => (2, 4),
        TensorRole.RotaryScale => (1, 2),
        _ => (0, 2),
    };

    private static string Show(TensorSpec spec) =>
        $"{spec.Name} [{string.Join(", ", spec.Shape.Select((length, axis) => length >= 0 ? length.ToString() : spec.Axes[axis] is "" ? "?" : spec.Axes[axis]))}]";
}
