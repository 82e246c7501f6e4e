using Microsoft.ML.OnnxRuntime;
using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Sessions;
using SoraFunctions.Models.Tokenisers;

namespace SoraFunctions.Models.Diffusion.Texts;

/// <summary>Encodes prompts with the text encoder of a package. Its session is rented for as long as a prompt takes, so that it can make room for the denoiser.</summary>
/// <param name="pool">Where sessions come from.</param>
/// <param name="package">A package that can run.</param>
/// <param name="rule">How its family prepares prompts.</param>
public sealed class PromptEncoder(SessionPool pool, ModelPackage package, TextRule rule)
{
    private readonly ITokeniser _tokeniser = TokeniserFolder.Open(package.Part(PartKind.Tokeniser)!.Path);

    /// <summary>Encodes one prompt.</summary>
    /// <param name="prompt">Any text; an empty one too.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="ModelLoadException">The text encoder cannot be loaded.</exception>
    /// <exception cref="OnnxRuntimeException">It cannot be run.</exception>
    public EncodedPrompt Encode(string prompt, CancellationToken cancellation)
    {
        var part = package.Part(PartKind.TextEncoder)!;
        var binding = part.Binding!;
        var tokens = TokenSequence.Of(_tokeniser, PromptText.Clean(prompt), rule.Length);
        var inputs = new Dictionary<string, OrtValue>();
        try
        {
            var ids = binding.Inputs[TensorRole.TokenIds];
            inputs[ids.Name] = TensorValues.Create(ids.Type, tokens.Ids, 1, rule.Length);
            if (binding.Inputs.TryGetValue(TensorRole.TokenMask, out var mask))
                inputs[mask.Name] = TensorValues.Create(mask.Type, rule.Masked ? tokens.Mask : [.. tokens.Mask.Select(_ => 1L)], 1, rule.Length);
            using var lease = pool.Rent(part.Path);
            using var outputs = lease.Session.Run(inputs, [binding.Output.Name], cancellation);
            var vectors = TensorValues.Read(outputs[0]);
            if (vectors.Length == 0 || vectors.Length % rule.Length != 0)
                throw new InvalidDataException($"{part.Name}: it gave {vectors.Length} numbers for {rule.Length} tokens");
            if (rule.ZeroPadding)
                vectors.AsSpan(tokens.Used * (vectors.Length / rule.Length)).Clear();
            return new(vectors, [.. tokens.Mask.Select(one => (float)one)], tokens.Cut);
        }
        finally
        {
            foreach (var input in inputs.Values)
                input.Dispose();
        }
    }
}
