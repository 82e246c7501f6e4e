namespace SoraFunctions.Models.Sessions;

/// <summary>What a <see cref="SessionPool"/> holds.</summary>
/// <param name="BudgetBytes">Bytes of weights that it tries to stay within.</param>
/// <param name="LoadedBytes">Bytes of weights that it holds; more than the budget only while models in use need it.</param>
/// <param name="Models">The loaded models, most recently used first.</param>
public sealed record SessionPoolStatus(long BudgetBytes, long LoadedBytes, IReadOnlyList<LoadedModel> Models);
