namespace SoraFunctions.Pipeline.Engines;

/// <summary>What an order wants of its engine.</summary>
/// <param name="Words">It says in words what is to be seen.</param>
/// <param name="Pictures">It shows a product's pictures.</param>
/// <param name="Model">It shows a product's 3-D model.</param>
/// <param name="Allowed">The engines that its tenant's policy allows; null for all.</param>
public sealed record EngineNeeds(bool Words, bool Pictures, bool Model, IReadOnlyList<string>? Allowed);
