namespace SoraFunctions.Models.Packages;

/// <summary>The names that exporters give to tensors, for each kind of part.</summary>
internal static class TensorNames
{
    private static readonly Dictionary<PartKind, Dictionary<string, TensorRole>> InputNames = new()
    {
        [PartKind.TextEncoder] = Names(
            (TensorRole.TokenIds, "input_ids tokens ids"),
            (TensorRole.TokenMask, "attention_mask mask")),
        [PartKind.Denoiser] = Names(
            (TensorRole.Sample, "hidden_states sample latent latents latent_model_input noisy_latents x"),
            (TensorRole.Timestep, "timestep timesteps time t"),
            (TensorRole.Text, "encoder_hidden_states context prompt_embeds text_embeddings txt"),
            (TensorRole.TextMask, "encoder_attention_mask prompt_attention_mask attention_mask text_mask"),
            (TensorRole.PooledText, "pooled_projections pooled_prompt_embeds text_embeds"),
            (TensorRole.Image, "encoder_hidden_states_image image_embeds"),
            (TensorRole.Width, "width"),
            (TensorRole.Height, "height"),
            (TensorRole.Frames, "num_frames frames"),
            (TensorRole.RotaryScale, "rope_interpolation_scale"),
            (TensorRole.Guidance, "guidance")),
        [PartKind.Decoder] = Names(
            (TensorRole.Sample, "latent_sample latent latents sample z x"),
            (TensorRole.Timestep, "timestep decode_timestep temb"),
            (TensorRole.First, "first is_first first_frame")),
        [PartKind.ImageEncoder] = Names((TensorRole.Sample, "pixel_values sample image")),
        [PartKind.Encoder] = Names((TensorRole.Sample, "sample pixel_values image video x")),
    };

    private static readonly Dictionary<PartKind, string[]> OutputNames = new()
    {
        [PartKind.TextEncoder] = ["last_hidden_state", "encoder_hidden_states", "hidden_states", "prompt_embeds", "text_embeddings"],
        [PartKind.Denoiser] = ["sample", "out_sample", "out_hidden_states", "output", "noise_pred"],
        [PartKind.Decoder] = ["sample", "video", "images", "output"],
        [PartKind.ImageEncoder] = ["penultimate_hidden_state"],
        [PartKind.Encoder] = ["latent_parameters", "latent_sample", "latents", "output"],
    };

    private static readonly string[] Caches = ["cache", "past", "feat_cache", "new_cache", "present"];

    /// <summary>What an input means; null where its name is not known.</summary>
    public static TensorRole? Input(PartKind kind, string name) =>
        InputNames[kind].TryGetValue(Plain(name), out var role) ? role : null;

    /// <summary>The main output: the one with a usual name, else the first.</summary>
    public static string Output(PartKind kind, IReadOnlyList<string> names) =>
        OutputNames[kind].Select(usual => names.FirstOrDefault(name => Plain(name) == usual)).FirstOrDefault(name => name is not null) ?? names[0];

    /// <summary>Whether a tensor of a decoder carries what it remembers from one latent frame to the next.</summary>
    public static bool IsCache(PartKind kind, string name) =>
        kind == PartKind.Decoder && Caches.Any(start => Plain(name).StartsWith(start, StringComparison.Ordinal));

    // Some exporters append ":0" or ".1" to a name.
    private static string Plain(string name) => name.ToLowerInvariant().Split(':', '.')[0];

    private static Dictionary<string, TensorRole> Names(params (TensorRole Role, string Names)[] roles) =>
        roles.SelectMany(one => one.Names.Split(' ').Select(name => (name, one.Role))).ToDictionary(one => one.name, one => one.Role);
}
