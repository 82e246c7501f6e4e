using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Packages;

namespace SoraFunctions.Models.Tests.Packages;

public class GraphBindingTests
{
    [Theory]
    [InlineData("LTX-Video", "hidden_states:f3 encoder_hidden_states:f3 encoder_attention_mask:i2 width:i0 height:i0 num_frames:i0 timestep:f2 rope_interpolation_scale:f1", "out_sample", "Sample Text TextMask Width Height Frames Timestep RotaryScale")]
    [InlineData("Wan", "hidden_states:h5 timestep:i1 encoder_hidden_states:h3", "output", "Sample Timestep Text")]
    [InlineData("Wan, image to video", "hidden_states:h5 timestep:i1 encoder_hidden_states:h3 encoder_hidden_states_image:h3", "sample", "Sample Timestep Text Image")]
    [InlineData("SD3", "hidden_states:f4 encoder_hidden_states:f3 pooled_projections:f2 timestep:f1", "out_hidden_states", "Sample Text PooledText Timestep")]
    [InlineData("a U-Net", "sample:f4 timestep:i0 encoder_hidden_states:f3", "out_sample", "Sample Timestep Text")]
    [InlineData("names of one's own", "X:f5 T:f1 Context:f3", "prediction", "Sample Timestep Text")]
    [InlineData("names with a number", "latents:0:f5 t:0:f1", "noise_pred:0", "Sample Timestep")]
    public void A_denoiser_is_bound_by_the_names_of_its_exporter(string model, string inputs, string output, string roles)
    {
        var specs = inputs.Split(' ').Select(Spec).ToArray();
        // An unusual output is taken where it is the only one, a usual one wherever it stands.
        TensorSpec[] outputs = model.StartsWith("names", StringComparison.Ordinal) ? [Spec(output + ":f5")] : [Spec("other:f1"), Spec(output + ":f5")];
        var binding = GraphBinding.Of(PartKind.Denoiser, specs, outputs);
        Assert.Equal(roles.Split(' ').Zip(specs, (role, spec) => (role, spec.Name)).Order(), binding.Inputs.Select(one => (one.Key.ToString(), one.Value.Name)).Order());
        Assert.Equal(output, binding.Output.Name);
    }

    [Theory]
    [InlineData(PartKind.Denoiser, "hidden_states:f5 timestep:i1 image_rotary_emb:f2", "its input image_rotary_emb [?, ?] is not known")]
    [InlineData(PartKind.Denoiser, "hidden_states:f5", "it has no input for the Timestep (its inputs: hidden_states [?, ?, ?, ?, ?])")]
    [InlineData(PartKind.Denoiser, "hidden_states:f2 timestep:i1", "its input hidden_states [?, ?] has 2 dimensions; 3 to 5 can be fed")]
    [InlineData(PartKind.Denoiser, "sample:f5 latents:f5 timestep:i1", "its inputs sample and latents mean the same")]
    [InlineData(PartKind.TextEncoder, "input_ids:f2", "its input input_ids [?, ?] is of type Float; Int64, Int32 can be fed")]
    [InlineData(PartKind.Decoder, "cache:f5", "it takes in 1 caches and gives out 0; each that comes in must go out again")]
    public void A_graph_that_cannot_be_fed_says_which_tensor_and_why(PartKind kind, string inputs, string reason)
    {
        var thrown = Assert.Throws<NotSupportedException>(() => GraphBinding.Of(kind, [.. inputs.Split(' ').Select(Spec)], [Spec("out:f5")]));
        Assert.Equal(reason, thrown.Message);
    }

    // name:type and rank
    private static TensorSpec Spec(string text)
    {
        var (name, form) = (text[..text.LastIndexOf(':')], text[(text.LastIndexOf(':') + 1)..]);
        var type = form[0] switch { 'f' => TensorElementType.Float, 'h' => TensorElementType.Float16, _ => TensorElementType.Int64 };
        var rank = form[1] - '0';
        return new(name, type, [.. Enumerable.Repeat(-1, rank)], [.. Enumerable.Repeat("", rank)]);
    }
}
