namespace SoraFunctions.Models.Diffusion.Families;

/// <summary>What a decoder that takes a timestep wants: a little noise in the latents, and to be told how much (LTX-Video from 0.9.1 on).</summary>
/// <param name="Timestep">What it is told.</param>
/// <param name="Scale">The share of noise.</param>
public sealed record DecodeNoise(double Timestep, double Scale);
