using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Acervo.Platform.Accounts;

/// <summary>Puts what Identity objects to beside the field of the form that it is about.</summary>
public static class IdentityAnswers
{
    public static void Add(this ModelStateDictionary form, string field, IdentityResult result)
    {
        foreach (var sentence in result.Errors.Select(error => error.Description).Distinct())
        {
            form.AddModelError(field, sentence);
        }
    }
}
