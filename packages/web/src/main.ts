import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import { mount } from 'svelte'
import App from './shell/App.svelte'

// A list is drawn in naskh as soon as its answer is here: asked for now, the faces come before it, and no line breaks twice.
for (const weight of [400, 700]) void document.fonts.load(`${weight} 1rem "Noto Naskh Arabic"`, 'م 1')

const target = document.getElementById('app')
if (target === null) throw new Error('index.html has no element #app')
mount(App, { target })
