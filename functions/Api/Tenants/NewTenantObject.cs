using SoraFunctions.Api.Authentication;

namespace SoraFunctions.Api.Tenants;

/// <summary>A tenant that was made, with its first key, which may do everything there.</summary>
internal sealed record NewTenantObject(TenantObject Tenant, KeyObject ApiKey);
